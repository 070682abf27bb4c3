package org.sabring.properties.explore.memory;

/** What a memory may do. */
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

  /** A memory that nobody has used. */
  public Memory fresh(int[] initial, int sides) {
    return switch (this) {
      case SC -> new SequentialMemory(initial);
      case TSO -> new StoreBuffers(initial, sides);
      case RA -> ReleaseAcquire.fresh(initial, sides);
    };
  }
}
