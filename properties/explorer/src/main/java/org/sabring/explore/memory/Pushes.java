package org.sabring.explore.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The propagation of volatile accesses and full fences, beyond what they release and acquire.
 * Before its second volatile access, and each later one, a side pushes the stores that its volatile
 * accesses have made or read, with all that these hand over, and the access must not be behind
 * anything that has been pushed. A full fence pushes all that its side knows. Immutable.
 */
final class Pushes {

  /** The sides that have made a volatile access, one bit each. */
  private final long pushers;

  /** For each side what it will push. */
  private final int[][] volatiles;

  /** What has been pushed. */
  final int[] pushed;

  private Pushes(long pushers, int[][] volatiles, int[] pushed) {
    this.pushers = pushers;
    this.volatiles = volatiles;
    this.pushed = pushed;
  }

  /** Those of a program that has pushed nothing. */
  static Pushes none(int sides) {
    int[][] volatiles = new int[sides][];
    Arrays.fill(volatiles, SeenStores.NOTHING);
    return new Pushes(0, volatiles, SeenStores.NOTHING);
  }

  /** Whether a volatile access of the side pushes. */
  boolean isPush(int side) {
    return (pushers & 1L << side) != 0;
  }

  /** After the side has pushed what it has to. */
  Pushes push(int side) {
    return pushAll(volatiles[side]);
  }

  /** After a step of the side that is ordered as a volatile access is, and is of no location. */
  Pushes ordered(int side) {
    return isPush(side) ? push(side) : new Pushes(pushers | 1L << side, volatiles, pushed);
  }

  /** After all of this has been pushed. */
  Pushes pushAll(int[] seen) {
    int[] more = SeenStores.join(pushed, seen);
    return more == pushed ? this : new Pushes(pushers, volatiles, more);
  }

  /** After a volatile access to a store with a view: the side's next one will push them. */
  Pushes willPush(int side, int location, int place, @Nullable View view) {
    int[] stored = SeenStores.see(volatiles[side], location, place);
    int[] seen = view == null ? stored : SeenStores.join(stored, view.seen);
    if (seen == volatiles[side] && isPush(side)) {
      return this;
    }
    int[][] next = volatiles.clone();
    next[side] = seen;
    return new Pushes(pushers | 1L << side, next, pushed);
  }

  /** After the last step of a side: there is nothing more that it will push. */
  Pushes finished(int side) {
    int[][] next = volatiles.clone();
    next[side] = SeenStores.NOTHING;
    return new Pushes(pushers & ~(1L << side), next, pushed);
  }

  Pushes with(Change change) {
    int[][] next = volatiles;
    for (int side = 0; side < volatiles.length; side++) {
      int[] seen = change.of(volatiles[side]);
      if (seen != volatiles[side]) {
        next = next == volatiles ? volatiles.clone() : next;
        next[side] = seen;
      }
    }
    int[] seen = change.of(pushed);
    return next == volatiles && seen == pushed ? this : new Pushes(pushers, next, seen);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Pushes that
            && pushers == that.pushers
            && Arrays.deepEquals(volatiles, that.volatiles)
            && Arrays.equals(pushed, that.pushed));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.deepHashCode(volatiles) + Long.hashCode(pushers))
        + Arrays.hashCode(pushed);
  }
}
