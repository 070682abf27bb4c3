package org.sabring.explore.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A view of the past: which stores have been seen, and which accesses are not known to happen
 * before. Immutable. The view of the start of the program, which hands over nothing, is null
 * wherever there may be one: no store is seen, and every access made since is missing.
 */
final class View {

  /** That of a side before the first access. */
  static final View NEW = new View(SeenStores.NOTHING, Marks.NONE);

  /** For each location the oldest store that may still be read. */
  final int[] seen;

  /** The accesses that are not known to happen before. */
  final long[] missing;

  private int hash; // 0 before it is computed

  View(int[] seen, long[] missing) {
    this.seen = seen;
    this.missing = missing;
  }

  int seen(int location) {
    return SeenStores.at(seen, location);
  }

  /** Both pasts together; one of the two if the other adds nothing. */
  View join(@Nullable View other) {
    if (other == null || includes(other)) {
      return this;
    }
    return other.includes(this)
        ? other
        : new View(SeenStores.join(seen, other.seen), Marks.common(missing, other.missing));
  }

  /** Whether the other adds nothing. */
  @SuppressWarnings("ReferenceEquality") // what does not change is the same object
  boolean includes(View other) {
    return this == other
        || (SeenStores.includes(seen, other.seen) && Marks.includes(other.missing, missing));
  }

  View see(int location, int place) {
    return with(SeenStores.see(seen, location, place), missing);
  }

  View seeAll(int[] more) {
    return with(SeenStores.join(seen, more), missing);
  }

  View know(int mark) {
    return with(seen, Marks.without(missing, mark));
  }

  View with(int[] otherSeen, long[] otherMissing) {
    return otherSeen == seen && otherMissing == missing ? this : new View(otherSeen, otherMissing);
  }

  /**
   * This, or null if it is the view of the start.
   *
   * @param missed all accesses that any side misses
   */
  @Nullable View unlessStart(long[] missed) {
    return seen.length == 0 && Arrays.equals(missing, missed) ? null : this;
  }

  /** This, or null if all that it adds to the view of the start is a store to the location. */
  @Nullable View unlessOnly(int location, long[] missed) {
    return SeenStores.isNothingBut(seen, location) && Arrays.equals(missing, missed) ? null : this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof View view
            && hashCode() == view.hashCode()
            && Arrays.equals(seen, view.seen)
            && Arrays.equals(missing, view.missing));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = 31 * Arrays.hashCode(seen) + Arrays.hashCode(missing);
    }
    return hash;
  }
}
