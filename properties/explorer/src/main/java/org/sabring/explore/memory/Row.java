package org.sabring.explore.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The modification order of one location, as far as any side may still read its stores. Immutable.
 * There is at least one.
 */
final class Row {

  /**
   * A store.
   *
   * @param view what whoever acquires it gets to know; null for nothing but the store
   * @param attached whether nothing can come between it and the store before it: an atomic update
   */
  record Store(long value, @Nullable View view, boolean attached) {}

  private final Store[] stores;
  private int hash; // 0 before it is computed

  private Row(Store[] stores) {
    this.stores = stores;
  }

  /** The row of a location that nobody has stored to. */
  static Row initial(long value) {
    return new Row(new Store[] {new Store(value, null, false)});
  }

  int length() {
    return stores.length;
  }

  Store at(int place) {
    return stores[place];
  }

  Store newest() {
    return stores[stores.length - 1];
  }

  /** Whether an atomic update has read this store, so that nothing comes right after it. */
  boolean isTied(int place) {
    return place + 1 < stores.length && stores[place + 1].attached;
  }

  /** Puts a store to a place; what was there, or later, is one later now. */
  Row inserted(int place, Store store) {
    Store[] more = Arrays.copyOf(stores, stores.length + 1);
    System.arraycopy(stores, place, more, place + 1, stores.length - place);
    more[place] = store;
    return new Row(more);
  }

  /** Changes all views, and leaves out those that hand over nothing; this if nothing changes. */
  @SuppressWarnings("ReferenceEquality") // what does not change is the same object
  Row with(Change change, int location, long[] missed) {
    Store[] changed = stores;
    for (int i = 0; i < stores.length; i++) {
      Store store = stores[i];
      View view = store.view == null ? null : change.of(store.view).unlessOnly(location, missed);
      if (view != store.view) {
        changed = changed == stores ? stores.clone() : changed;
        changed[i] = new Store(store.value, view, store.attached);
      }
    }
    return changed == stores ? this : new Row(changed);
  }

  /** Leaves out the stores before the oldest; to what that one is attached is forgotten, too. */
  Row from(int oldest) {
    if (oldest == 0) {
      return this;
    }
    Store[] rest = Arrays.copyOfRange(stores, oldest, stores.length);
    rest[0] = rest[0].attached ? new Store(rest[0].value, rest[0].view, false) : rest[0];
    return new Row(rest);
  }

  /** Whether it is as if nobody had stored to the location. */
  boolean isInitial(long value) {
    return stores.length == 1 && stores[0].value == value && stores[0].view == null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Row row
            && hashCode() == row.hashCode()
            && Arrays.equals(stores, row.stores));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int all = 1;
      for (Store store : stores) {
        int view = store.view == null ? 0 : store.view.hashCode();
        all = 31 * (31 * all + Long.hashCode(store.value)) + view + (store.attached ? 1 : 0);
      }
      hash = all;
    }
    return hash;
  }
}
