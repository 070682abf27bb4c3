package org.sabring.explore.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The values of all locations, each with one value. Immutable. */
final class Values {

  private final Locations locations;

  /** For each location its value, up to the last one that is not the initial one. */
  private final long[] values;

  /** The initial values. */
  Values(Locations locations) {
    this(locations, new long[0]);
  }

  private Values(Locations locations, long[] values) {
    this.locations = locations;
    this.values = values;
  }

  long get(int location) {
    return location < values.length ? values[location] : locations.initial(location);
  }

  Values with(int location, long value) {
    if (get(location) == value) {
      return this;
    }
    int length = values.length;
    if (location == length - 1 && value == locations.initial(location)) {
      return new Values(locations, Arrays.copyOf(values, changed(length - 1)));
    }
    long[] next = Arrays.copyOf(values, Math.max(length, location + 1));
    for (int i = length; i < location; i++) {
      next[i] = locations.initial(i);
    }
    next[location] = value;
    return new Values(locations, next);
  }

  /** As if nobody had stored there. */
  Values without(int location) {
    return with(location, locations.initial(location));
  }

  /** The length without the initial values at the end. */
  private int changed(int length) {
    int changed = length;
    while (changed > 0 && values[changed - 1] == locations.initial(changed - 1)) {
      changed--;
    }
    return changed;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Values that && Arrays.equals(values, that.values));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
