package org.sabring.explore.search;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Locations;
import org.sabring.explore.memory.Update;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;

/**
 * The values of locations that one side alone uses, and of final fields: no other side can see when
 * they change. An immutable value.
 */
final class Locals {

  /** The answer of an access, and the values after it. */
  record Taken(long answer, Locals after) {}

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
    if (get(location) == value) {
      return this;
    }
    long[] changed = Arrays.copyOf(differences, Math.max(differences.length, location + 1));
    changed[location] = difference;
    return new Locals(locations, trimmed(changed));
  }

  /** What an access comes to; null if it neither loads nor stores. */
  @Nullable Taken take(Access access) {
    int location = access.location();
    return switch (access.kind()) {
      case LOAD -> new Taken(get(location), this);
      case STORE -> new Taken(0, with(location, access.argument()));
      case UPDATE, WEAK_UPDATE -> {
        Update update = Objects.requireNonNull(access.update());
        long old = get(location);
        boolean stores = update.stores(old);
        long done = stores ? 1 : 0;
        yield new Taken(
            access.kind() == Kind.UPDATE ? old : done,
            stores ? with(location, update.apply(old)) : this);
      }
      default -> null;
    };
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
