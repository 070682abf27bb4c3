package org.sabring.explore.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Row.Store;

/** The modification orders of all locations. Immutable; what does not change is shared. */
final class Stores {

  private final Locations locations;

  /** For each location its stores, up to the last that has any; null as if there were none. */
  private final @Nullable Row[] rows;

  /** Those of a program that has made none. */
  Stores(Locations locations) {
    this(locations, new @Nullable Row[0]);
  }

  private Stores(Locations locations, @Nullable Row[] rows) {
    this.locations = locations;
    this.rows = rows;
  }

  /** The stores to a location; the first of them is what was there at the start of the program. */
  Row row(int location) {
    Row row = location < rows.length ? rows[location] : null;
    return row == null ? Row.initial(locations.initial(location)) : row;
  }

  /** The place of the newest store. */
  int newest(int location) {
    Row row = location < rows.length ? rows[location] : null;
    return row == null ? 0 : row.length() - 1;
  }

  /** With a store more; what was at its place, or later, is one later now. */
  Stores inserted(int location, int place, Store store) {
    @Nullable Row[] next = Arrays.copyOf(rows, Math.max(rows.length, location + 1));
    next[location] = row(location).inserted(place, store);
    return new Stores(locations, next);
  }

  /** Changes all views, and leaves out those that hand over nothing; this if nothing changes. */
  @SuppressWarnings("ReferenceEquality") // what does not change is the same object
  Stores with(Change change, long[] missed) {
    @Nullable Row[] next = rows;
    for (int location = 0; location < rows.length; location++) {
      Row row = rows[location];
      Row changed = row == null ? null : row.with(change, location, missed);
      if (changed != row) {
        next = next == rows ? rows.clone() : next;
        next[location] = unlessInitial(location, changed);
      }
    }
    return next == rows ? this : new Stores(locations, trimmed(next));
  }

  /** Without the stores before the oldest of each location; this if there are none. */
  Stores from(int[] oldest) {
    @Nullable Row[] next = rows;
    for (int location = 0; location < oldest.length; location++) {
      Row row = rows[location];
      if (row != null && oldest[location] > 0) {
        next = next == rows ? rows.clone() : next;
        next[location] = unlessInitial(location, row.from(oldest[location]));
      }
    }
    return next == rows ? this : new Stores(locations, trimmed(next));
  }

  /** As if nobody had stored to the location. */
  Stores without(int location) {
    if (location >= rows.length || rows[location] == null) {
      return this;
    }
    @Nullable Row[] next = rows.clone();
    next[location] = null;
    return new Stores(locations, trimmed(next));
  }

  /** For each location the oldest store that any side may still read. */
  int[] oldest(SideViews sides) {
    int[] all = SeenStores.NOTHING;
    for (int location = 0; location < rows.length; location++) {
      all = SeenStores.see(all, location, sides.oldest(location, newest(location)));
    }
    return all;
  }

  private @Nullable Row unlessInitial(int location, @Nullable Row row) {
    return row == null || row.isInitial(locations.initial(location)) ? null : row;
  }

  private static @Nullable Row[] trimmed(@Nullable Row[] rows) {
    int length = rows.length;
    while (length > 0 && rows[length - 1] == null) {
      length--;
    }
    return length == rows.length ? rows : Arrays.copyOf(rows, length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Stores that && Arrays.equals(rows, that.rows));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rows);
  }
}
