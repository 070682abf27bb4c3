package org.sabring.spec.law;

/**
 * The protocol and its bounds: the constants of {@code RingWords.tla}.
 *
 * @param capacity number of slots, at least 2
 * @param items how many elements the producer has to put; the k-th is k
 * @param modulus counters are counted modulo this, at least capacity + 2
 * @param profile the variant
 * @param mayWait whether a side that cannot go on may wait
 * @param mayGiveUp whether a side that cannot go on may give up
 */
public record Protocol(
    int capacity, int items, int modulus, Profile profile, boolean mayWait, boolean mayGiveUp) {

  public Protocol {
    MemoryLayout layout = new MemoryLayout(capacity);
    require(items >= 0, "items", items, "at least 0");
    require(modulus >= layout.capacity() + 2, "modulus", modulus, "at least capacity + 2");
    require(mayWait || mayGiveUp, "mayWait", mayWait, "to wait or to give up");
  }

  private static void require(boolean holds, String name, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(name + "=" + value + ", expected " + expected);
    }
  }

  /** The order of its steps. */
  public StepOrder order() {
    return new StepOrder(profile);
  }

  /** The memory layout of its ring. */
  public MemoryLayout layout() {
    return new MemoryLayout(capacity);
  }
}
