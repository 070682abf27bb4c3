package org.sabring.explore.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What objects hand over to those who go through their final fields. Immutable.
 *
 * <p>When its constructor ends an object is frozen, with a view. A side that finds a reference to
 * another object in one of its final fields has this view as the floor of that other object: it
 * accesses the locations of it, and no others, as if it knew as much. A floor goes on along any
 * chain of references.
 */
@SuppressWarnings("ReferenceEquality") // what does not change is the same object
final class FinalFields {

  /** For each object what it was frozen with. */
  private final ViewMap frozen;

  /** For each side, the floors of the objects that it has come to. */
  private final ViewMap[] floors;

  private FinalFields(ViewMap frozen, ViewMap[] floors) {
    this.frozen = frozen;
    this.floors = floors;
  }

  /** Those of a program that has made no object. */
  static FinalFields none(int sides) {
    ViewMap[] floors = new ViewMap[sides];
    Arrays.fill(floors, ViewMap.EMPTY);
    return new FinalFields(ViewMap.EMPTY, floors);
  }

  /** Whether a side has any floor. */
  boolean hasFloor(int side) {
    return !floors[side].isEmpty();
  }

  @Nullable View floor(int side, int object) {
    return floors[side].get(object);
  }

  /** After an object has been frozen with a view, null for that of the start. */
  FinalFields frozen(int object, @Nullable View view) {
    return with(frozen.with(object, view), floors);
  }

  /** After a side has come from one object to another. */
  FinalFields dereferenced(int side, int from, int to) {
    View view = frozen.get(from);
    View chain = floor(side, from);
    View more = view == null ? chain : view.join(chain);
    return more == null ? this : withFloor(side, floors[side].with(to, more.join(floor(side, to))));
  }

  /** After a side has found a reference to an object that somebody has handed over with a view. */
  FinalFields found(int side, int object, View view) {
    return object == 0
        ? this
        : withFloor(side, floors[side].with(object, view.join(floor(side, object))));
  }

  FinalFields with(Change change, long[] missed) {
    FinalFields next = with(frozen.with(change, missed), floors);
    for (int side = 0; side < floors.length; side++) {
      next = next.withFloor(side, floors[side].with(change, missed));
    }
    return next;
  }

  /** Without the floors that tell a side nothing that it does not know. */
  FinalFields beyond(SideViews known) {
    FinalFields next = this;
    for (int side = 0; side < floors.length; side++) {
      if (hasFloor(side)) {
        next = next.withFloor(side, floors[side].beyond(known.current(side)));
      }
    }
    return next;
  }

  /** Without those of a side that has taken its last step. */
  FinalFields finished(int side) {
    return withFloor(side, ViewMap.EMPTY);
  }

  private FinalFields withFloor(int side, ViewMap floor) {
    if (floor == floors[side]) {
      return this;
    }
    ViewMap[] next = floors.clone();
    next[side] = floor;
    return new FinalFields(frozen, next);
  }

  private FinalFields with(ViewMap otherFrozen, ViewMap[] otherFloors) {
    return otherFrozen == frozen && otherFloors == floors
        ? this
        : new FinalFields(otherFrozen, otherFloors);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof FinalFields that
            && frozen.equals(that.frozen)
            && Arrays.equals(floors, that.floors));
  }

  @Override
  public int hashCode() {
    return 31 * frozen.hashCode() + Arrays.hashCode(floors);
  }
}
