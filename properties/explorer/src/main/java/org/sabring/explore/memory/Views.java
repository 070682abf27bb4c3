package org.sabring.explore.memory;

import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Row.Store;

/**
 * The state of the view machine: all stores that may still be read, and everybody's view of them,
 * by the names of {@code ReleaseAcquire.tla} and {@code Views.tla}. A copy is changed and then
 * {@link #sealed} into its one form. Its parts are shared between copies: who changes one replaces
 * it.
 */
@SuppressWarnings("ReferenceEquality") // what does not change is the same object
final class Views {

  private final Locations locations;
  Stores stores;
  private SideViews sides;

  /** What locks, fences, final fields and sides that have finished hand over. */
  ViewMap handed = ViewMap.EMPTY;

  Pushes pushes;

  /** All accesses that any side misses. */
  private long[] missed = Marks.NONE;

  private int hash; // 0 before it is computed

  Views(Locations locations, int sides) {
    this.locations = locations;
    this.stores = new Stores(locations);
    this.sides = SideViews.fresh(sides);
    this.pushes = Pushes.none(sides);
  }

  /** A copy to be changed. */
  Views(Views other) {
    locations = other.locations;
    stores = other.stores;
    sides = other.sides;
    handed = other.handed;
    pushes = other.pushes;
    missed = other.missed;
  }

  View current(int side) {
    return sides.current(side);
  }

  View acquired(int side) {
    return sides.acquired(side);
  }

  /** What a side knew, or if it has finished, all those that have. */
  @Nullable View known(int side) {
    return sides.isFinished(side) ? handed.get(ViewMap.ENDED) : sides.current(side);
  }

  /** What the side knows of the locations of the object of this one, and of no others. */
  @Nullable View floor(int side, int location) {
    return handed.floor(side, locations.object(location));
  }

  /** From now on the side knows this, and after an acquire fence that. */
  void know(int side, View own, View later) {
    sides = sides.know(side, own, later);
  }

  /** From now on the side's opaque stores hand this over. */
  void release(int side, View view) {
    handOver(ViewMap.released(side), view);
  }

  void handOver(long key, View view) {
    handed = handed.with(key, view.unlessStart(missed));
  }

  /** The side has come to an object, of which it now knows this as well. */
  private void addFloor(int side, int object, View floor) {
    handed = handed.with(ViewMap.floorKey(side, object), floor.join(handed.floor(side, object)));
  }

  /**
   * The side has come from one object to another: a floor goes on along any chain of references.
   */
  void dereference(int side, int from, int to) {
    View view = handed.get(ViewMap.frozen(from));
    View chain = handed.floor(side, from);
    View more = view == null ? chain : view.join(chain);
    if (more != null) {
      addFloor(side, to, more);
    }
  }

  /** The side has taken its last step. */
  void finish(int side) {
    handOver(ViewMap.ENDED, current(side).join(handed.get(ViewMap.ENDED)));
    handed = handed.finished(side);
    sides = sides.know(side, null, null);
    pushes = pushes.finished(side);
  }

  /** The side goes on if it has finished. */
  void revive(int side) {
    if (sides.isFinished(side)) {
      View ended = handed.get(ViewMap.ENDED);
      View known = ended == null ? new View(SeenStores.NOTHING, missed) : ended;
      know(side, known, known);
    }
  }

  /** A race if not all that conflicts with the access is known to have happened before. */
  @Nullable DataRace judged(int side, int location, boolean plain, boolean stores) {
    if (!locations.mayRace(location)) {
      return null;
    }
    long[] missing = current(side).missing;
    View floor = floor(side, location);
    long[] others = floor == null ? missing : floor.missing;
    int kind = Marks.kind(plain, stores);
    for (int other = 0; other < sides.count(); other++) {
      if (other != side && Marks.conflicts(missing, others, cell(location, other), kind)) {
        return new DataRace(location, side, stores);
      }
    }
    return null;
  }

  /** The side has made the access: all others miss it. */
  void tell(int side, int location, boolean plain, boolean stores) {
    if (locations.mayRace(location) && sides.hasOthers(side)) {
      int mark = Marks.mark(cell(location, side), Marks.kind(plain, stores));
      missed = Marks.with(missed, mark);
      map(Change.telling(mark), side);
      know(side, current(side).know(mark), acquired(side).know(mark));
    }
  }

  private int cell(int location, int side) {
    return location * sides.count() + side;
  }

  /** Room at a place in the order of the stores to a location. */
  void makeRoom(int location, int place) {
    if (place <= stores.newest(location)) {
      map(Change.makingRoom(location, place), -1);
    }
  }

  /**
   * The side reads a store: what it gets to know of by that. A racy plain load is no part of the
   * order of the others, but an acquire fence after it hands on what a release fence before the
   * store knew, and so do, of the object alone, accesses through the reference that it gave: every
   * machine keeps them behind it.
   */
  void read(int side, int location, int place, Store store, Mode mode) {
    if (mode == Mode.PLAIN && !locations.areRacesFindings()) {
      know(side, current(side), acquired(side).see(location, place).join(store.view()));
      if (store.view() != null && store.value() != 0 && locations.isReference(location)) {
        addFloor(side, (int) store.value(), store.view());
      }
      return;
    }
    View own = current(side).see(location, place);
    View later = acquired(side).see(location, place);
    know(
        side,
        mode.acquires() ? own.join(store.view()) : own,
        mode == Mode.PLAIN ? later : later.join(store.view()));
  }

  /** The side stores to a place for which there is room. */
  void store(int side, int location, long value, int place, Mode mode, boolean attached) {
    View own = current(side).see(location, place);
    View later = acquired(side).see(location, place);
    View fence = handed.get(ViewMap.released(side));
    View view = mode.releases() ? own : fence == null ? null : fence.see(location, place);
    View before = attached ? stores.row(location).at(place - 1).view() : null;
    View handed = before == null ? view : before.see(location, place).join(view);
    View kept = handed == null ? null : handed.unlessOnly(location, missed);
    stores = stores.inserted(location, place, new Store(value, kept, attached));
    know(side, own, later);
    if (mode == Mode.VOLATILE) {
      pushes = pushes.willPush(side, location, place, own);
    }
  }

  /** Changes all views, but not what one side knows, if that is not -1. */
  private void map(Change change, int except) {
    stores = stores.with(change, missed);
    sides = sides.with(change, except);
    handed = handed.with(change, missed);
    pushes = pushes.with(change);
  }

  /** It is as if nobody had accessed the location. */
  void forget(int location) {
    int[] all = SeenStores.see(SeenStores.NOTHING, location, stores.newest(location));
    for (int side = 0; side < sides.count(); side++) {
      missed = Marks.withoutCell(missed, cell(location, side));
    }
    stores = stores.without(location);
    map(Change.forgetting(all, missed), -1);
  }

  /** What all sides know that go on need not be remembered. */
  private void forget() {
    int[] oldest = stores.oldest(sides);
    long[] any = sides.missed(missed);
    if (oldest.length > 0 || any != missed) {
      missed = any;
      stores = stores.from(oldest);
      map(Change.forgetting(oldest, missed), -1);
    }
  }

  /** This in its one form, or what it is a copy of if nothing has changed. */
  Views sealed(Views original) {
    if (!sides.knowTheSame(original.sides)) {
      forget();
    }
    handed = handed.beyond(sides);
    boolean isSame =
        stores == original.stores
            && sides == original.sides
            && handed == original.handed
            && pushes == original.pushes;
    return isSame ? original : this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Views views
            && hashCode() == views.hashCode()
            && stores.equals(views.stores)
            && sides.equals(views.sides)
            && handed.equals(views.handed)
            && pushes.equals(views.pushes));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int all = 31 * stores.hashCode() + sides.hashCode();
      hash = 31 * (31 * all + handed.hashCode()) + pushes.hashCode();
    }
    return hash;
  }
}
