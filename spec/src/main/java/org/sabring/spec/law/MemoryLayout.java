package org.sabring.spec.law;

/**
 * The memory layout of a ring: word 0 to 5 in the order of {@link Word}, then the data region.
 *
 * @param capacity number of slots, at least 2; one stays empty
 */
public record MemoryLayout(int capacity) {

  /**
   * Bit 30 of a cursor word: in WRITE the producer has closed, in READ the consumer has cancelled.
   */
  public static final int FLAG = 1 << 30;

  /** The smallest ring that can hold an element. */
  public static final int MIN_CAPACITY = 2;

  /** The largest capacity whose words an {@code int} can index. */
  public static final int MAX_CAPACITY = (1 << 30) - 6;

  public MemoryLayout {
    if (capacity < MIN_CAPACITY || capacity > MAX_CAPACITY) {
      throw new IllegalArgumentException(
          "capacity=" + capacity + ", expected " + MIN_CAPACITY + ".." + MAX_CAPACITY);
    }
  }

  /** The index of a header word, or of the first slot for {@link Word#DATA}. */
  public int index(Word word) {
    return switch (word) {
      case WRITE -> 0;
      case READ -> 1;
      case PRODUCED -> 2;
      case CONSUMED -> 3;
      case PRODUCER_WAITS -> 4;
      case CONSUMER_WAITS -> 5;
      case DATA -> 6;
    };
  }

  /** How many words the ring takes. */
  public int length() {
    return index(Word.DATA) + capacity;
  }

  /** The slot that a cursor word points at: bits 0 to 29. */
  public static int cursor(int word) {
    return word & (FLAG - 1);
  }

  /** Whether a cursor word says that its side has closed or cancelled: bit 30. */
  public static boolean isFlagged(int word) {
    return (word & FLAG) != 0;
  }

  /** The cursor one slot further, around the end. */
  public int next(int cursor) {
    return cursor + 1 == capacity ? 0 : cursor + 1;
  }

  /** How many slots one cursor word is ahead of another, around the end. */
  public int distance(int from, int to) {
    return Math.floorMod(cursor(to) - cursor(from), capacity);
  }

  /** A cursor word as people read it: {@code 3}, or {@code 3!} with the flag. */
  public static String show(int word) {
    return isFlagged(word) ? cursor(word) + "!" : Integer.toString(word);
  }
}
