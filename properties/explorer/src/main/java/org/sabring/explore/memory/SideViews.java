package org.sabring.explore.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The views of the sides: what each knows, and what it will know after an acquire fence. Immutable.
 * A side that has finished knows nothing, is told nothing, and keeps nothing alive.
 */
@SuppressWarnings("ReferenceEquality") // what does not change is the same object
final class SideViews {

  /** What each side knows, and then what each will know after a fence; null if it has finished. */
  private final @Nullable View[] views;

  private final int count;

  private SideViews(@Nullable View[] views) {
    this.views = views;
    this.count = views.length / 2;
  }

  /** Those of a program in which nothing has happened. */
  static SideViews fresh(int sides) {
    @Nullable View[] views = new @Nullable View[2 * sides];
    Arrays.fill(views, View.NEW);
    return new SideViews(views);
  }

  int count() {
    return count;
  }

  boolean isFinished(int side) {
    return views[side] == null;
  }

  /** Whether a side other than this one goes on. */
  boolean hasOthers(int side) {
    for (int other = 0; other < count; other++) {
      if (other != side && views[other] != null) {
        return true;
      }
    }
    return false;
  }

  View current(int side) {
    return living(side, side);
  }

  View acquired(int side) {
    return living(count + side, side);
  }

  private View living(int at, int side) {
    View view = views[at];
    if (view == null) {
      throw new IllegalStateException("side=" + side + " has finished");
    }
    return view;
  }

  /** After a side has got to know more, or has finished and so knows null. */
  SideViews know(int side, @Nullable View own, @Nullable View later) {
    if (views[side] == own && views[count + side] == later) {
      return this;
    }
    @Nullable View[] next = views.clone();
    next[side] = own;
    next[count + side] = later;
    return new SideViews(next);
  }

  /** Changes all views, but not what one side knows, if that is not -1. */
  SideViews with(Change change, int except) {
    @Nullable View[] next = views;
    for (int at = 0; at < views.length; at++) {
      View view = views[at];
      View changed = view == null || at % count == except ? view : change.of(view);
      if (changed != view) {
        next = next == views ? views.clone() : next;
        next[at] = changed;
      }
    }
    return next == views ? this : new SideViews(next);
  }

  /** Whether every side knows the same as in the other, by the same objects. */
  boolean knowTheSame(SideViews other) {
    for (int side = 0; side < count; side++) {
      if (views[side] != other.views[side]) {
        return false;
      }
    }
    return true;
  }

  /** The oldest store to a location that any side may still read; the newest if there is none. */
  int oldest(int location, int newest) {
    int oldest = newest;
    for (int side = 0; side < count && oldest > 0; side++) {
      View view = views[side];
      oldest = view == null ? oldest : Math.min(oldest, view.seen(location));
    }
    return oldest;
  }

  /** What any side misses; {@code all}, of which it is a part, if it is the same. */
  long[] missed(long[] all) {
    return Marks.missedBy(Arrays.copyOf(views, count), all);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof SideViews that && Arrays.equals(views, that.views));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(views);
  }
}
