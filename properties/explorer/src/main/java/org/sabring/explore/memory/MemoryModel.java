package org.sabring.explore.memory;

import org.jspecify.annotations.Nullable;

/** A memory model: sequential consistency, store buffers, or release/acquire. */
public enum MemoryModel {
  /** One access after the other (Lamport 1979). */
  SC("sequentially consistent"),
  /** A store buffer in front of each side: x86-TSO (Owens, Sarkar, Sewell 2009). */
  TSO("total store order"),
  /** The access modes of Java and C++, as a machine of views. */
  RA("release/acquire");

  private final String words;

  MemoryModel(String words) {
    this.words = words;
  }

  /** Its name in full. */
  public String words() {
    return words;
  }

  /** Whether anything depends on which of two modes a store, or else a load or an update, has. */
  public boolean tellsApart(Mode one, Mode other, boolean store) {
    return switch (this) {
      case SC -> false;
      case TSO -> store && (one == Mode.VOLATILE) != (other == Mode.VOLATILE);
      case RA -> one != other;
    };
  }

  /** Whether anything depends on which of two fences stands somewhere; null for none. */
  public boolean tellsApart(@Nullable Fence one, @Nullable Fence other) {
    return switch (this) {
      case SC -> false;
      case TSO -> (one == Fence.FULL) != (other == Fence.FULL);
      case RA -> one != other;
    };
  }

  /**
   * A memory that nobody has used.
   *
   * @param sides how many sides there are, 1 to 64
   */
  public Memory fresh(Locations locations, int sides) {
    if (sides < 1 || sides > Long.SIZE) {
      throw new IllegalArgumentException("sides=" + sides + ", expected 1 to " + Long.SIZE);
    }
    return switch (this) {
      case SC -> new StoreBuffers(new Values(locations), 0);
      case TSO -> new StoreBuffers(new Values(locations), sides);
      case RA -> ReleaseAcquire.fresh(locations, sides);
    };
  }
}
