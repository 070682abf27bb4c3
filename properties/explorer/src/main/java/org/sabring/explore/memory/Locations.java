package org.sabring.explore.memory;

/**
 * The declarations of the locations of a memory. They are 0, 1, 2 and so on, in the order in which
 * the program gives them out; what is said here of one is fixed from then on.
 */
public interface Locations {

  /** The value before the first store. */
  long initial(int location);

  /** Whether there are plain accesses to it, and races on it are to be found. */
  boolean mayRace(int location);

  /** The object that it belongs to; -1 for none. */
  int object(int location);

  /** Whether its values are numbers of objects, 0 for none. */
  default boolean isReference(int location) {
    return false;
  }

  /**
   * Whether races are findings. Where they are not, plain accesses are what they are in Java: a
   * plain load need not see what an earlier one of its side has seen.
   */
  default boolean areRacesFindings() {
    return true;
  }
}
