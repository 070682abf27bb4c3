package org.sabring.properties.explore.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Release/acquire memory as a machine of views: the one of {@code ReleaseAcquire.tla}, by the same
 * names. For each word it keeps the stores in the order that all agree on; each side has a view of
 * them, each store carries one, and acquiring a store that was released joins the two. A side may
 * read any store that its view does not rule out, and may place its own store after any such store.
 *
 * <p>Steps are taken in program order, so a load never reads a store that comes later: load
 * buffering, which Java and C++ allow with opaque accesses, is not seen here.
 */
final class ReleaseAcquire implements Memory {

  /**
   * A store.
   *
   * @param view what whoever acquires it gets to know
   * @param attached whether nothing can come between it and the store before it: an atomic update
   */
  private record Store(int value, View view, boolean attached) {
    Store with(UnaryOperator<View> change) {
      View changed = change.apply(view);
      return changed.equals(view) ? this : new Store(value, changed, attached);
    }
  }

  private final Store[][] stores;
  private final View[] current;
  private final View[] acquired;
  private final View[] released;
  private final @Nullable View[] locks;

  /** For each word its last volatile store. */
  private final int[] volatiles;

  private View fenced;
  private @Nullable Race race;
  private int hash;

  private ReleaseAcquire(
      Store[][] stores,
      View[] current,
      View[] acquired,
      View[] released,
      @Nullable View[] locks,
      int[] volatiles,
      View fenced) {
    this.stores = stores;
    this.current = current;
    this.acquired = acquired;
    this.released = released;
    this.locks = locks;
    this.volatiles = volatiles;
    this.fenced = fenced;
  }

  static Memory fresh(int[] initial, int sides) {
    View view = View.fresh(initial.length, initial.length * sides * 4);
    Store[][] stores = new Store[initial.length][];
    for (int word = 0; word < initial.length; word++) {
      stores[word] = new Store[] {new Store(initial[word], view, false)};
    }
    View[] views = new View[sides];
    Arrays.fill(views, view);
    return new ReleaseAcquire(
            stores,
            views,
            views.clone(),
            views.clone(),
            new @Nullable View[initial.length],
            new int[initial.length],
            view)
        .forget();
  }

  /** For the change that follows, which ends with {@link #forget}. */
  private ReleaseAcquire copy() {
    ReleaseAcquire copy =
        new ReleaseAcquire(
            stores.clone(),
            current.clone(),
            acquired.clone(),
            released.clone(),
            locks.clone(),
            volatiles.clone(),
            fenced);
    copy.race = race;
    return copy;
  }

  private void mapViews(UnaryOperator<View> change) {
    for (int word = 0; word < stores.length; word++) {
      stores[word] = with(stores[word], change);
      View lock = locks[word];
      locks[word] = lock == null ? null : change.apply(lock);
    }
    for (int side = 0; side < current.length; side++) {
      current[side] = change.apply(current[side]);
      acquired[side] = change.apply(acquired[side]);
      released[side] = change.apply(released[side]);
    }
    fenced = change.apply(fenced);
  }

  private static Store[] with(Store[] stores, UnaryOperator<View> change) {
    Store[] mapped = stores.clone();
    for (int i = 0; i < stores.length; i++) {
      mapped[i] = stores[i].with(change);
    }
    return mapped;
  }

  private int mark(int word, int side, boolean plain, boolean stores) {
    return (word * current.length + side) * 4 + (plain ? 0 : 2) + (stores ? 1 : 0);
  }

  /** The side accesses the word: it must know of all that conflicts, and no other knows of it. */
  private void access(int side, int word, boolean plain, boolean storing) {
    for (int other = 0; other < current.length && race == null; other++) {
      boolean conflict =
          current[side].misses(mark(word, other, true, true))
              || (plain && current[side].misses(mark(word, other, false, true)))
              || (storing && current[side].misses(mark(word, other, true, false)))
              || (storing && plain && current[side].misses(mark(word, other, false, false)));
      race = conflict ? new Race(word, side, storing) : null;
    }
    int mark = mark(word, side, plain, storing);
    mapViews(view -> view.miss(mark));
    current[side] = current[side].know(mark);
    acquired[side] = acquired[side].know(mark);
  }

  /** What all sides know need not be remembered. */
  private ReleaseAcquire forget() {
    int[] oldest = new int[stores.length];
    for (int word = 0; word < oldest.length; word++) {
      oldest[word] = stores[word].length - 1;
      for (View view : current) {
        oldest[word] = Math.min(oldest[word], view.seen(word));
      }
    }
    long[] missing = fenced.noMarks();
    for (View view : current) {
      view.addMissing(missing);
    }
    mapViews(view -> view.forget(oldest, missing));
    for (int word = 0; word < oldest.length; word++) {
      if (oldest[word] > 0) {
        stores[word] = Arrays.copyOfRange(stores[word], oldest[word], stores[word].length);
        volatiles[word] = Math.max(0, volatiles[word] - oldest[word]);
      }
    }
    hash = computeHash();
    return this;
  }

  private int oldest(int side, int word, Mode mode) {
    int seen = current[side].seen(word);
    return mode == Mode.VOLATILE ? Math.max(seen, volatiles[word]) : seen;
  }

  @Override
  public List<Read> loads(int side, int word, Mode mode) {
    List<Read> all = new ArrayList<>();
    int newest = stores[word].length - 1;
    for (int i = newest; i >= oldest(side, word, mode); i--) {
      ReleaseAcquire next = copy();
      next.read(side, word, mode, i);
      all.add(new Read(stores[word][i].value, newest - i, next.forget()));
    }
    return all;
  }

  private void read(int side, int word, Mode mode, int i) {
    access(side, word, mode == Mode.PLAIN, false);
    View view = stores[word][i].view.see(word, i);
    View own = current[side].see(word, i);
    View later = acquired[side].see(word, i);
    current[side] = mode.acquires() ? own.join(view) : own;
    acquired[side] = mode == Mode.PLAIN ? later : later.join(view);
  }

  @Override
  public List<Memory> stores(int side, int word, int value, Mode mode) {
    List<Memory> all = new ArrayList<>();
    for (int i = stores[word].length - 1; i >= oldest(side, word, mode); i--) {
      if (!isTied(word, i)) {
        ReleaseAcquire next = copy();
        next.store(side, word, value, mode, i, false);
        all.add(next.forget());
      }
    }
    return all;
  }

  /** Whether an atomic update has read this store, so that nothing comes right after it. */
  private boolean isTied(int word, int i) {
    return i + 1 < stores[word].length && stores[word][i + 1].attached;
  }

  private void store(int side, int word, int value, Mode mode, int i, boolean attached) {
    int at = i + 1;
    mapViews(view -> view.inserted(word, at));
    access(side, word, mode == Mode.PLAIN, true);
    View view = mode.releases() ? current[side] : released[side];
    List<Store> all = new ArrayList<>(Arrays.asList(stores[word]));
    all.add(at, new Store(value, view.see(word, at), attached));
    stores[word] = all.toArray(new Store[0]);
    current[side] = current[side].see(word, at);
    acquired[side] = acquired[side].see(word, at);
    boolean shifted = volatiles[word] >= at;
    volatiles[word] = mode == Mode.VOLATILE ? at : volatiles[word] + (shifted ? 1 : 0);
  }

  @Override
  public List<Read> updates(int side, int word, int delta) {
    List<Read> all = new ArrayList<>();
    int newest = stores[word].length - 1;
    for (int i = newest; i >= oldest(side, word, Mode.VOLATILE); i--) {
      if (!isTied(word, i)) {
        ReleaseAcquire next = copy();
        next.read(side, word, Mode.VOLATILE, i);
        next.store(side, word, stores[word][i].value + delta, Mode.VOLATILE, i, true);
        all.add(new Read(stores[word][i].value, newest - i, next.forget()));
      }
    }
    return all;
  }

  @Override
  public Memory fenced(int side) {
    ReleaseAcquire next = copy();
    View view = acquired[side].join(fenced);
    next.current[side] = view;
    next.acquired[side] = view;
    next.released[side] = view;
    next.fenced = view;
    return next.forget();
  }

  @Override
  public Memory locked(int side, int word) {
    ReleaseAcquire next = copy();
    View lock = locks[word];
    View view = lock == null ? current[side] : current[side].join(lock);
    next.current[side] = view;
    next.acquired[side] = acquired[side].join(view);
    next.locks[word] = view;
    return next.forget();
  }

  @Override
  public @Nullable Memory drained(int side) {
    return null;
  }

  @Override
  public int latest(int word) {
    return stores[word][stores[word].length - 1].value;
  }

  @Override
  public @Nullable Race race() {
    return race;
  }

  private int computeHash() {
    int all = Arrays.deepHashCode(stores);
    all = 31 * all + Arrays.hashCode(current);
    all = 31 * all + Arrays.hashCode(acquired);
    all = 31 * all + Arrays.hashCode(released);
    all = 31 * all + Arrays.hashCode(locks);
    return 31 * (31 * all + Arrays.hashCode(volatiles)) + fenced.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ReleaseAcquire memory
            && hash == memory.hash
            && Arrays.deepEquals(stores, memory.stores)
            && Arrays.equals(current, memory.current)
            && Arrays.equals(acquired, memory.acquired)
            && Arrays.equals(released, memory.released)
            && Arrays.equals(locks, memory.locks)
            && Arrays.equals(volatiles, memory.volatiles)
            && fenced.equals(memory.fenced)
            && (race == null) == (memory.race == null));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
