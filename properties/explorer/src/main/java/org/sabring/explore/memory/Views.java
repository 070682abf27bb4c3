package org.sabring.explore.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Row.Store;

/**
 * The state of a machine of views: all stores that may still be read, and everybody's view of them.
 * By the names of {@code ReleaseAcquire.tla} and {@code Views.tla}. A copy is changed and then, by
 * {@link #sealed}, brought into its one form, after which nobody changes it any more. Its parts are
 * shared between copies: who changes one replaces it.
 */
@SuppressWarnings("ReferenceEquality") // what does not change is the same object
final class Views {

  private final Locations locations;

  Stores stores;

  /** For each side: what it knows, what it will know after a fence, what it knew at its last. */
  private View[] current;

  private View[] acquired;
  private @Nullable View[] released;

  /** For each lock what it hands over. */
  private ViewMap locks = ViewMap.EMPTY;

  Pushes pushes;
  FinalFields finals;

  /** All accesses that any side misses. */
  private long[] missed = Marks.NONE;

  private int hash; // 0 before it is computed

  /** A memory that nobody has used. */
  Views(Locations locations, int sides) {
    this.locations = locations;
    this.stores = new Stores(locations);
    this.current = new View[sides];
    Arrays.fill(current, View.NEW);
    this.acquired = current;
    this.released = new @Nullable View[sides];
    this.pushes = Pushes.none(sides);
    this.finals = FinalFields.none(sides);
  }

  private Views(Views other) {
    locations = other.locations;
    stores = other.stores;
    current = other.current;
    acquired = other.acquired;
    released = other.released;
    locks = other.locks;
    pushes = other.pushes;
    finals = other.finals;
    missed = other.missed;
  }

  Views copy() {
    return new Views(this);
  }

  View current(int side) {
    return current[side];
  }

  View acquired(int side) {
    return acquired[side];
  }

  @Nullable View released(int side) {
    return released[side];
  }

  @Nullable View lock(int lock) {
    return locks.get(lock);
  }

  /** What the side knows of the locations of the object of this one, and of no others. */
  @Nullable View floor(int side, int location) {
    return finals.hasFloor(side) ? finals.floor(side, locations.object(location)) : null;
  }

  /** From now on the side knows this, and after an acquire fence that. */
  void know(int side, View own, View later) {
    if (own != current[side]) {
      current = current.clone();
      current[side] = own;
    }
    if (later != acquired[side]) {
      acquired = acquired.clone();
      acquired[side] = later;
    }
  }

  /** From now on the side's opaque stores hand this over. */
  void release(int side, View view) {
    View kept = view.unlessStart(missed);
    if (kept != released[side]) {
      released = released.clone();
      released[side] = kept;
    }
  }

  void handOver(int lock, View view) {
    locks = locks.with(lock, view.unlessStart(missed));
  }

  void freeze(int object, View view) {
    finals = finals.frozen(object, view.unlessStart(missed));
  }

  /** A race if not all that conflicts with the access is known to have happened before. */
  @Nullable Race judged(int side, int location, boolean plain, boolean stores) {
    if (!locations.mayRace(location)) {
      return null;
    }
    long[] missing = current[side].missing;
    View floor = floor(side, location);
    long[] others = floor == null ? missing : floor.missing;
    int kind = Marks.kind(plain, stores);
    for (int other = 0; other < current.length; other++) {
      if (other != side && Marks.conflicts(missing, others, cell(location, other), kind)) {
        return new Race(location, side, stores);
      }
    }
    return null;
  }

  /** The side has made the access: all others miss it. */
  void tell(int side, int location, boolean plain, boolean stores) {
    if (current.length > 1 && locations.mayRace(location)) {
      int mark = Marks.mark(cell(location, side), Marks.kind(plain, stores));
      missed = Marks.with(missed, mark);
      map(new Change.Tell(mark), side);
      know(side, current[side].know(mark), acquired[side].know(mark));
    }
  }

  private int cell(int location, int side) {
    return location * current.length + side;
  }

  /** Room at a place in the order of the stores to a location. */
  void makeRoom(int location, int place) {
    if (place <= stores.newest(location)) {
      map(new Change.MakeRoom(location, place), -1);
    }
  }

  /** Puts a store to a place for which there is room; null hands over nothing. */
  void insert(int location, int place, long value, @Nullable View view, boolean attached) {
    View handed = view == null ? null : view.unlessOnly(location, missed);
    stores = stores.inserted(location, place, new Store(value, handed, attached));
  }

  /** Changes all views, but not what one side knows, if that is not -1. */
  private void map(Change change, int except) {
    stores = stores.with(change, missed);
    for (int side = 0; side < current.length; side++) {
      if (side != except) {
        know(side, change.of(current[side]), change.of(acquired[side]));
      }
      View view = released[side];
      if (view != null) {
        release(side, change.of(view));
      }
    }
    locks = locks.with(change, missed);
    pushes = pushes.with(change);
    finals = finals.with(change, missed);
  }

  /** What all sides know need not be remembered. */
  private void forget() {
    int[] oldest = stores.oldest(current);
    long[] any = Marks.missedBy(current, missed);
    if (oldest.length > 0 || any != missed) {
      missed = any;
      stores = stores.from(oldest);
      map(new Change.Forget(oldest, missed), -1);
    }
  }

  /** This in its one form, or what it is a copy of if nothing has changed. */
  Views sealed(Views original) {
    if (current != original.current) {
      forget();
    }
    finals = finals.beyond(current);
    return hasPartsOf(original) ? original : this;
  }

  private boolean hasPartsOf(Views views) {
    return stores == views.stores
        && current == views.current
        && acquired == views.acquired
        && released == views.released
        && locks == views.locks
        && pushes == views.pushes
        && finals == views.finals;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Views views
            && hashCode() == views.hashCode()
            && stores.equals(views.stores)
            && Arrays.equals(current, views.current)
            && Arrays.equals(acquired, views.acquired)
            && Arrays.equals(released, views.released)
            && locks.equals(views.locks)
            && pushes.equals(views.pushes)
            && finals.equals(views.finals));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int all = 31 * stores.hashCode() + Arrays.hashCode(current);
      all = 31 * (31 * all + Arrays.hashCode(acquired)) + Arrays.hashCode(released);
      all = 31 * (31 * all + locks.hashCode()) + pushes.hashCode();
      hash = 31 * all + finals.hashCode();
    }
    return hash;
  }
}
