package org.sabring.ring;

import org.sabring.memory.SharedInts;

/**
 * Where in the shared memory the words of a ring lie, and how a cursor word is read. Every word has
 * one writer (RB203).
 *
 * @param capacity number of slots, 2..{@link #MAX_CAPACITY}; one stays empty
 * @param write index of WRITE: bits 0..29 the next slot to fill, bit 30 closed; the producer writes
 * @param read index of READ: bits 0..29 the next slot to drain, bit 30 cancelled; the consumer
 *     writes
 * @param produced index of PRODUCED: elements offered, modulo 2^32; the producer writes
 * @param consumed index of CONSUMED: elements taken, modulo 2^32; the consumer writes
 * @param producerWaits index of PRODUCER_WAITS: times the producer waited; the producer writes
 * @param consumerWaits index of CONSUMER_WAITS: times the consumer waited; the consumer writes
 * @param data index of the first slot, after all the words above; the producer writes
 */
public record RingLayout(
    int capacity,
    int write,
    int read,
    int produced,
    int consumed,
    int producerWaits,
    int consumerWaits,
    int data) {

  /**
   * Bit 30 of a cursor word. In WRITE: the producer has closed; in READ: the consumer cancelled.
   */
  public static final int FLAG = 1 << 30;

  /** The largest capacity: a cursor has bits 0..29. */
  public static final int MAX_CAPACITY = 1 << 30;

  /**
   * Words in 128 bytes: a cache line, or the two neighbours that x86 processors fetch as a pair.
   * Words that lie this far apart are never on one line, wherever the memory begins.
   */
  private static final int LINE = 128 / Integer.BYTES;

  /**
   * Checks that the words can hold a ring.
   *
   * @throws IllegalArgumentException naming the first value that is out of range or used twice
   */
  public RingLayout {
    if (capacity < 2) {
      throw new IllegalArgumentException("capacity=" + capacity + ", expected at least 2");
    }
    if (capacity > MAX_CAPACITY) {
      throw new IllegalArgumentException(
          "capacity=" + capacity + ", expected at most " + MAX_CAPACITY);
    }
    if (data < 6 || data > Integer.MAX_VALUE - capacity) {
      throw new IllegalArgumentException(
          "data=" + data + ", expected 6.." + (Integer.MAX_VALUE - capacity));
    }
    int[] words = {write, read, produced, consumed, producerWaits, consumerWaits};
    for (int i = 0; i < words.length; i++) {
      if (words[i] < 0 || words[i] >= data) {
        throw new IllegalArgumentException("word=" + words[i] + ", expected 0.." + (data - 1));
      }
      for (int j = 0; j < i; j++) {
        if (words[i] == words[j]) {
          throw new IllegalArgumentException("word=" + words[i] + " used twice, expected once");
        }
      }
    }
  }

  /** The layout of the seed document: the words in their order from 0, then the slots. */
  public static RingLayout compact(int capacity) {
    return new RingLayout(capacity, 0, 1, 2, 3, 4, 5, 6);
  }

  /**
   * The same words with those that different sides write on different cache lines, so that neither
   * side's stores take the line of the other's cursor away: the producer's, then the consumer's,
   * then the slots. The first line stays empty: before word 0 of a heap array lies its length,
   * which both sides read at every access.
   */
  public static RingLayout padded(int capacity) {
    int producer = LINE;
    int consumer = 2 * LINE;
    return new RingLayout(
        capacity,
        producer,
        consumer,
        producer + 1,
        consumer + 1,
        producer + 2,
        consumer + 2,
        3 * LINE);
  }

  /** How many words the memory of this ring has. */
  public int length() {
    return data + capacity;
  }

  /** The cursor in a cursor word: the word without its flag. */
  public static int cursor(int word) {
    return word & ~FLAG;
  }

  /** Whether a cursor word carries its flag. */
  public static boolean isFlagged(int word) {
    return (word & FLAG) != 0;
  }

  /**
   * The word, if it is a cursor of this layout, with or without its flag. No side writes anything
   * else: who finds something else has a memory that others have written to.
   *
   * @throws IllegalStateException naming the word, what was found and what was expected
   */
  int checked(String name, int word) {
    if (Integer.compareUnsigned(cursor(word), capacity) >= 0) {
      throw new IllegalStateException(
          "%s=0x%08x, expected bit 31 clear and bits 0..29 in 0..%d"
              .formatted(name, word, capacity - 1));
    }
    return word;
  }

  /**
   * Checks that a memory has room for this ring, and no more.
   *
   * @throws IllegalArgumentException naming both lengths
   */
  void checkLength(SharedInts memory) {
    if (memory.length() != length()) {
      throw new IllegalArgumentException(
          "memory length=" + memory.length() + ", expected " + length());
    }
  }

  /** Cursors and counters become zero. Memory order: volatile. */
  void makeEmpty(SharedInts memory) {
    memory.setVolatile(write, 0);
    memory.setVolatile(read, 0);
    memory.setVolatile(produced, 0);
    memory.setVolatile(consumed, 0);
    memory.setVolatile(producerWaits, 0);
    memory.setVolatile(consumerWaits, 0);
  }

  /**
   * Checks that there is a ring in a memory. Memory order: volatile.
   *
   * @throws IllegalStateException when WRITE or READ is not a cursor of this layout
   */
  void checkCursors(SharedInts memory) {
    checked("WRITE", memory.getVolatile(write));
    checked("READ", memory.getVolatile(read));
  }

  /** The cursor one slot on (RB204). */
  public int next(int cursor) {
    return cursor + 1 == capacity ? 0 : cursor + 1;
  }

  /** The index of the slot that a cursor stands at. */
  public int slot(int cursor) {
    return data + cursor;
  }
}
