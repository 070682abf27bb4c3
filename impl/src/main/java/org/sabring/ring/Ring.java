package org.sabring.ring;

import static org.sabring.ring.RingLayout.cursor;
import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;

/**
 * A bounded FIFO of Int32 values between one producer thread and one consumer thread, in shared
 * memory: at most {@code capacity - 1} elements are stored (RB104), and they come out once each, in
 * the order they went in (RB101, RB102, RB103).
 *
 * <p>{@link CursorRing} is the one to read: the law, line by line. {@link CachedCursorRing} keeps
 * the same promises with the same words in the memory, and is the fast one.
 */
public interface Ring {

  /** The side that stores: always the same object, for one thread. */
  Producer producer();

  /** The side that takes: always the same object, for one thread. */
  Consumer consumer();

  /** Where the words lie. */
  RingLayout layout();

  /** The memory that the ring is in. */
  SharedInts memory();

  /**
   * How many elements are stored, 0..{@code capacity - 1}. Any thread may call it; loads READ
   * acquire, then WRITE acquire; wait-free.
   *
   * <p>It is old when it comes back. What still holds: on the producer's thread, no more than this
   * are stored, until it stores another; on the consumer's, no fewer are, until it takes another.
   * On any other thread the two cursors are of different moments, and it is an estimate.
   */
  default int size() {
    int read = cursor(memory().getAcquire(layout().read()));
    int write = cursor(memory().getAcquire(layout().write()));
    return write >= read ? write - read : write - read + layout().capacity();
  }

  /** Whether the producer has closed. Any thread may call it; once true it stays true. */
  default boolean isClosed() {
    return isFlagged(memory().getAcquire(layout().write()));
  }

  /** Whether the consumer has cancelled. Any thread may call it; once true it stays true. */
  default boolean isCancelled() {
    return isFlagged(memory().getAcquire(layout().read()));
  }
}
