package org.sabring.explore.memory;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the sides know: each for itself, and together what those knew that have finished. Immutable.
 * A side that has finished knows nothing, is told nothing, and keeps nothing alive.
 */
@SuppressWarnings("ReferenceEquality") // what does not change is the same object
final class SideViews {

  /** What each side knows; null if it has finished. */
  private final @Nullable View[] current;

  /** What it will know after an acquire fence. */
  private final @Nullable View[] acquired;

  /** What it knew at its last release fence; null for the view of the start. */
  private final @Nullable View[] released;

  /** What those knew that have finished; null for the view of the start. */
  final @Nullable View ended;

  private SideViews(
      @Nullable View[] current,
      @Nullable View[] acquired,
      @Nullable View[] released,
      @Nullable View ended) {
    this.current = current;
    this.acquired = acquired;
    this.released = released;
    this.ended = ended;
  }

  /** Those of a program in which nothing has happened. */
  static SideViews fresh(int sides) {
    @Nullable View[] views = new @Nullable View[sides];
    Arrays.fill(views, View.NEW);
    return new SideViews(views, views, new @Nullable View[sides], null);
  }

  int count() {
    return current.length;
  }

  boolean isFinished(int side) {
    return current[side] == null;
  }

  /** Whether a side other than this one goes on. */
  boolean hasOthers(int side) {
    for (int other = 0; other < current.length; other++) {
      if (other != side && current[other] != null) {
        return true;
      }
    }
    return false;
  }

  View current(int side) {
    return living(current[side], side);
  }

  View acquired(int side) {
    return living(acquired[side], side);
  }

  private static View living(@Nullable View view, int side) {
    if (view == null) {
      throw new IllegalStateException("side=" + side + " has finished");
    }
    return view;
  }

  @Nullable View released(int side) {
    return released[side];
  }

  /** After a side has got to know more. */
  SideViews know(int side, View own, View later) {
    @Nullable View[] nextCurrent = with(current, side, own);
    @Nullable View[] nextAcquired = with(acquired, side, later);
    return nextCurrent == current && nextAcquired == acquired
        ? this
        : new SideViews(nextCurrent, nextAcquired, released, ended);
  }

  /** After a release fence with a view, null for that of the start. */
  SideViews release(int side, @Nullable View view) {
    @Nullable View[] next = with(released, side, view);
    return next == released ? this : new SideViews(current, acquired, next, ended);
  }

  /** After a side has taken its last step. */
  SideViews finished(int side, long[] missed) {
    return new SideViews(
        with(current, side, null),
        with(acquired, side, null),
        with(released, side, null),
        current(side).join(ended).unlessStart(missed));
  }

  /** After a side that had finished goes on, as one that knows what all that have finished knew. */
  SideViews revived(int side, long[] missed) {
    View known = ended == null ? new View(Seen.NOTHING, missed) : ended;
    return new SideViews(with(current, side, known), with(acquired, side, known), released, ended);
  }

  private static @Nullable View[] with(@Nullable View[] views, int side, @Nullable View view) {
    if (views[side] == view) {
      return views;
    }
    @Nullable View[] next = views.clone();
    next[side] = view;
    return next;
  }

  /** Changes all views, but not what one side knows, if that is not -1. */
  SideViews with(Change change, long[] missed, int except) {
    @Nullable View[] nextCurrent = current;
    @Nullable View[] nextAcquired = acquired;
    @Nullable View[] nextReleased = released;
    for (int side = 0; side < current.length; side++) {
      View own = current[side];
      View later = acquired[side];
      if (side != except && own != null && later != null) {
        nextCurrent = changed(nextCurrent, current, side, change.of(own));
        nextAcquired = changed(nextAcquired, acquired, side, change.of(later));
      }
      View fence = released[side];
      if (fence != null) {
        View kept = change.of(fence).unlessStart(missed);
        nextReleased = changed(nextReleased, released, side, kept);
      }
    }
    View known = ended == null ? null : change.of(ended).unlessStart(missed);
    boolean same = nextCurrent == current && nextAcquired == acquired && nextReleased == released;
    return same && known == ended
        ? this
        : new SideViews(nextCurrent, nextAcquired, nextReleased, known);
  }

  /** Sets one of the views, in a copy of the original ones that is made for the first of them. */
  private static @Nullable View[] changed(
      @Nullable View[] next, @Nullable View[] original, int side, @Nullable View view) {
    if (next[side] == view) {
      return next;
    }
    @Nullable View[] copy = next == original ? original.clone() : next;
    copy[side] = view;
    return copy;
  }

  /** Whether every side knows the same as in the other, by the same objects. */
  boolean knowTheSame(SideViews other) {
    return current == other.current;
  }

  /** The oldest store to a location that any side may still read; the newest if there is none. */
  int oldest(int location, int newest) {
    int oldest = newest;
    for (int side = 0; side < current.length && oldest > 0; side++) {
      View view = current[side];
      oldest = view == null ? oldest : Math.min(oldest, view.seen(location));
    }
    return oldest;
  }

  /** What any side misses; {@code all}, of which it is a part, if it is the same. */
  long[] missed(long[] all) {
    return Marks.missedBy(current, all);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof SideViews sides
            && Arrays.equals(current, sides.current)
            && Arrays.equals(acquired, sides.acquired)
            && Arrays.equals(released, sides.released)
            && Objects.equals(ended, sides.ended));
  }

  @Override
  public int hashCode() {
    int all = 31 * Arrays.hashCode(current) + Arrays.hashCode(acquired);
    return 31 * (31 * all + Arrays.hashCode(released)) + Objects.hashCode(ended);
  }
}
