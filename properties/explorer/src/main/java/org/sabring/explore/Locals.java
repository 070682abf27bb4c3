package org.sabring.explore;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Locations;

/**
 * The values of locations that one side alone uses, and of final fields: no other side can see when
 * they change. An immutable value.
 */
final class Locals {

  private static final long[] NONE = {};

  private final Locations locations;

  /** Each value's difference from the initial one; without zeroes at the end. */
  private final long[] differences;

  private final int hash;

  private Locals(Locations locations, long[] differences) {
    this.locations = locations;
    this.differences = differences;
    this.hash = Arrays.hashCode(differences);
  }

  static Locals initial(Locations locations) {
    return new Locals(locations, NONE);
  }

  long get(int location) {
    long difference = location < differences.length ? differences[location] : 0;
    return locations.initial(location) + difference;
  }

  Locals with(int location, long value) {
    long difference = value - locations.initial(location);
    if (location >= differences.length) {
      if (difference == 0) {
        return this;
      }
      long[] longer = Arrays.copyOf(differences, location + 1);
      longer[location] = difference;
      return new Locals(locations, longer);
    }
    if (differences[location] == difference) {
      return this;
    }
    long[] changed = differences.clone();
    changed[location] = difference;
    return new Locals(locations, trimmed(changed));
  }

  /** Of objects that nobody can reach any more nothing is remembered. */
  Locals without(List<Integer> garbage) {
    Locals left = this;
    for (int location : garbage) {
      left = left.with(location, locations.initial(location));
    }
    return left;
  }

  private static long[] trimmed(long[] all) {
    int length = all.length;
    while (length > 0 && all[length - 1] == 0) {
      length--;
    }
    return length == all.length ? all : Arrays.copyOf(all, length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Locals locals
            && hash == locals.hash
            && Arrays.equals(differences, locals.differences));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
