package org.sabring.explore.memory;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of all locations, each with one value: a persistent array. Immutable. */
public final class Values {

  private final Locations locations;

  /** Each value's difference from the initial one; without zeroes at the end. */
  private final long[] differences;

  private final int hash;

  /** The initial values. */
  public Values(Locations locations) {
    this(locations, new long[0]);
  }

  private Values(Locations locations, long[] differences) {
    this.locations = locations;
    this.differences = differences;
    this.hash = Arrays.hashCode(differences);
  }

  public long get(int location) {
    long difference = location < differences.length ? differences[location] : 0;
    return locations.initial(location) + difference;
  }

  /** With another value; this if it is the same. */
  public Values with(int location, long value) {
    if (get(location) == value) {
      return this;
    }
    int length = Math.max(differences.length, location + 1);
    long[] changed = Arrays.copyOf(differences, length);
    changed[location] = value - locations.initial(location);
    while (length > 0 && changed[length - 1] == 0) {
      length--;
    }
    return new Values(
        locations, length == changed.length ? changed : Arrays.copyOf(changed, length));
  }

  /** As if nobody had stored to these. */
  public Values without(List<Integer> some) {
    Values left = this;
    for (int location : some) {
      left = left.with(location, locations.initial(location));
    }
    return left;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Values that
            && hash == that.hash
            && Arrays.equals(differences, that.differences));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
