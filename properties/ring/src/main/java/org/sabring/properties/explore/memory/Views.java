package org.sabring.properties.explore.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The state of a machine of views: all stores that may still be read, and everybody's view of them.
 * By the names of {@code ReleaseAcquire.tla}. A copy is changed and then, by {@link #forget},
 * brought into its one form, after which nobody changes it any more.
 */
final class Views {

  /**
   * A store.
   *
   * @param view what whoever acquires it gets to know
   * @param attached whether nothing can come between it and the store before it: an atomic update
   */
  record Store(int value, View view, boolean attached) {
    private Store with(UnaryOperator<View> change) {
      View changed = change.apply(view);
      return changed.equals(view) ? this : new Store(value, changed, attached);
    }
  }

  /** For each word its stores, in the order that all agree on. */
  private final Store[][] stores;

  /** For each side: what it knows, what it will know after a fence, what it knew at its last. */
  final View[] current;

  final View[] acquired;
  final View[] released;

  /** For each word what its lock hands over; null before the first to take it. */
  final @Nullable View[] locks;

  /** For each word its last volatile store. */
  final int[] volatiles;

  /** What full fences hand over. */
  View fenced;

  private int hash;

  private Views(
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

  /** One store a word, which everybody knows. */
  static Views fresh(int[] initial, int sides, int marks) {
    View view = View.fresh(initial.length, marks);
    Store[][] stores = new Store[initial.length][];
    for (int word = 0; word < initial.length; word++) {
      stores[word] = new Store[] {new Store(initial[word], view, false)};
    }
    View[] views = new View[sides];
    Arrays.fill(views, view);
    @Nullable View[] locks = new @Nullable View[initial.length];
    int[] volatiles = new int[initial.length];
    return new Views(stores, views, views.clone(), views.clone(), locks, volatiles, view).forget();
  }

  Views copy() {
    return new Views(
        stores.clone(),
        current.clone(),
        acquired.clone(),
        released.clone(),
        locks.clone(),
        volatiles.clone(),
        fenced);
  }

  int sides() {
    return current.length;
  }

  /** The place of the newest store. */
  int newest(int word) {
    return stores[word].length - 1;
  }

  Store store(int word, int place) {
    return stores[word][place];
  }

  /** Puts a store after the one at a place; what was later there is one later now. */
  void insert(int word, int place, Store store) {
    List<Store> all = new ArrayList<>(Arrays.asList(stores[word]));
    all.add(place + 1, store);
    stores[word] = all.toArray(new Store[0]);
    volatiles[word] += volatiles[word] > place ? 1 : 0;
  }

  /** Changes every view there is. */
  void map(UnaryOperator<View> change) {
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

  /** What all sides know need not be remembered. */
  Views forget() {
    int[] oldest = new int[stores.length];
    for (int word = 0; word < oldest.length; word++) {
      oldest[word] = newest(word);
      for (View view : current) {
        oldest[word] = Math.min(oldest[word], view.seen(word));
      }
    }
    long[] missing = fenced.noMarks();
    for (View view : current) {
      view.addMissing(missing);
    }
    map(view -> view.forget(oldest, missing));
    for (int word = 0; word < oldest.length; word++) {
      if (oldest[word] > 0) {
        stores[word] = Arrays.copyOfRange(stores[word], oldest[word], stores[word].length);
        volatiles[word] = Math.max(0, volatiles[word] - oldest[word]);
      }
    }
    hash = computeHash();
    return this;
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
        || (other instanceof Views views
            && hash == views.hash
            && Arrays.deepEquals(stores, views.stores)
            && Arrays.equals(current, views.current)
            && Arrays.equals(acquired, views.acquired)
            && Arrays.equals(released, views.released)
            && Arrays.equals(locks, views.locks)
            && Arrays.equals(volatiles, views.volatiles)
            && fenced.equals(views.fenced));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
