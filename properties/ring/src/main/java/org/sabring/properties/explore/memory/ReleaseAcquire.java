package org.sabring.properties.explore.memory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.memory.Views.Store;

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

  private static final int MARKS = 4; // plain or not, load or store

  private final Views views;
  private final @Nullable Race race;

  private ReleaseAcquire(Views views, @Nullable Race race) {
    this.views = views;
    this.race = race;
  }

  static Memory fresh(int[] initial, int sides) {
    return new ReleaseAcquire(Views.fresh(initial, sides, initial.length * sides * MARKS), null);
  }

  private static int mark(Views views, int word, int side, boolean plain, boolean stores) {
    return (word * views.sides() + side) * MARKS + (plain ? 0 : 2) + (stores ? 1 : 0);
  }

  /** The side accesses the word: from now on it knows of that, and no other does. */
  private static void access(Views views, int side, int word, boolean plain, boolean storing) {
    int mark = mark(views, word, side, plain, storing);
    views.map(view -> view.miss(mark));
    views.current[side] = views.current[side].know(mark);
    views.acquired[side] = views.acquired[side].know(mark);
  }

  /** A side must know of all that conflicts with its access; the first race there was counts. */
  private static @Nullable Race raced(
      @Nullable Race race, Views views, int side, int word, boolean plain, boolean storing) {
    View view = views.current[side];
    for (int other = 0; other < views.sides() && race == null; other++) {
      boolean conflict =
          view.misses(mark(views, word, other, true, true))
              || (plain && view.misses(mark(views, word, other, false, true)))
              || (storing && view.misses(mark(views, word, other, true, false)))
              || (storing && plain && view.misses(mark(views, word, other, false, false)));
      if (conflict) {
        return new Race(word, side, storing);
      }
    }
    return race;
  }

  private int oldest(int side, int word, Mode mode) {
    int seen = views.current[side].seen(word);
    return mode == Mode.VOLATILE ? Math.max(seen, views.volatiles[word]) : seen;
  }

  @Override
  public List<Read> loads(int side, int word, Mode mode) {
    Race raced = raced(race, views, side, word, mode == Mode.PLAIN, false);
    List<Read> all = new ArrayList<>();
    int newest = views.newest(word);
    for (int i = newest; i >= oldest(side, word, mode); i--) {
      Views next = views.copy();
      read(next, side, word, mode, i);
      Memory memory = new ReleaseAcquire(next.forget(), raced);
      all.add(new Read(views.store(word, i).value(), newest - i, memory));
    }
    return all;
  }

  private static void read(Views next, int side, int word, Mode mode, int i) {
    access(next, side, word, mode == Mode.PLAIN, false);
    View view = next.store(word, i).view().see(word, i);
    View own = next.current[side].see(word, i);
    View later = next.acquired[side].see(word, i);
    next.current[side] = mode.acquires() ? own.join(view) : own;
    next.acquired[side] = mode == Mode.PLAIN ? later : later.join(view);
  }

  @Override
  public List<Memory> stores(int side, int word, int value, Mode mode) {
    Race raced = raced(race, views, side, word, mode == Mode.PLAIN, true);
    List<Memory> all = new ArrayList<>();
    for (int i = views.newest(word); i >= oldest(side, word, mode); i--) {
      if (!isTied(word, i)) {
        Views next = views.copy();
        store(next, side, word, value, mode, i, false);
        all.add(new ReleaseAcquire(next.forget(), raced));
      }
    }
    return all;
  }

  /** Whether an atomic update has read this store, so that nothing comes right after it. */
  private boolean isTied(int word, int i) {
    return i < views.newest(word) && views.store(word, i + 1).attached();
  }

  private static void store(
      Views next, int side, int word, int value, Mode mode, int i, boolean attached) {
    int at = i + 1;
    next.map(view -> view.inserted(word, at));
    access(next, side, word, mode == Mode.PLAIN, true);
    View view = mode.releases() ? next.current[side] : next.released[side];
    next.insert(word, i, new Store(value, view.see(word, at), attached));
    next.current[side] = next.current[side].see(word, at);
    next.acquired[side] = next.acquired[side].see(word, at);
    next.volatiles[word] = mode == Mode.VOLATILE ? at : next.volatiles[word];
  }

  @Override
  public List<Read> updates(int side, int word, int delta) {
    Race reading = raced(race, views, side, word, false, false);
    List<Read> all = new ArrayList<>();
    int newest = views.newest(word);
    for (int i = newest; i >= oldest(side, word, Mode.VOLATILE); i--) {
      if (!isTied(word, i)) {
        int value = views.store(word, i).value();
        Views next = views.copy();
        read(next, side, word, Mode.VOLATILE, i);
        Race raced = raced(reading, next, side, word, false, true);
        store(next, side, word, value + delta, Mode.VOLATILE, i, true);
        all.add(new Read(value, newest - i, new ReleaseAcquire(next.forget(), raced)));
      }
    }
    return all;
  }

  @Override
  public Memory fenced(int side) {
    Views next = views.copy();
    View view = next.acquired[side].join(next.fenced);
    next.current[side] = view;
    next.acquired[side] = view;
    next.released[side] = view;
    next.fenced = view;
    return new ReleaseAcquire(next.forget(), race);
  }

  @Override
  public Memory locked(int side, int word) {
    Views next = views.copy();
    View lock = next.locks[word];
    View view = lock == null ? next.current[side] : next.current[side].join(lock);
    next.current[side] = view;
    next.acquired[side] = next.acquired[side].join(view);
    next.locks[word] = view;
    return new ReleaseAcquire(next.forget(), race);
  }

  @Override
  public @Nullable Memory drained(int side) {
    return null;
  }

  @Override
  public int latest(int word) {
    return views.store(word, views.newest(word)).value();
  }

  @Override
  public @Nullable Race race() {
    return race;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof ReleaseAcquire memory
            && views.equals(memory.views)
            && (race == null) == (memory.race == null));
  }

  @Override
  public int hashCode() {
    return views.hashCode();
  }
}
