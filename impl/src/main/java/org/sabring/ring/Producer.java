package org.sabring.ring;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.SharedInts;

/**
 * The side that stores. One thread may use it, and it alone writes WRITE, PRODUCED, PRODUCER_WAITS
 * and the slots (RB203). Every 32-bit value is an element.
 */
public interface Producer {

  /** This side, storing several elements at once: always the same object, for the same thread. */
  BatchProducer batches();

  /**
   * Stores an element if there is room. Producer thread only. Reads READ acquire, now or, in a ring
   * that remembers, in an earlier call; publishes WRITE release. Does not wait for the consumer.
   *
   * @return STORED; FULL when there is no room; CLOSED after {@link #close}; CANCELLED after {@link
   *     Consumer#cancel} (RB101, RB104): in a ring that remembers, when the room that it knew of is
   *     used up
   */
  Offered offer(int element);

  /**
   * Stores an element, waiting for room. Producer thread only. Memory order as {@link #offer}.
   * Blocks while the ring is full and not cancelled; every wait is counted in PRODUCER_WAITS
   * (RB403).
   *
   * @return STORED; CLOSED after {@link #close}; CANCELLED after {@link Consumer#cancel}, from when
   *     on it never blocks (RB503)
   * @throws InterruptedException when interrupted while it waits; the element is not stored
   */
  default Offered put(int element) throws InterruptedException {
    return put(element, SharedInts.FOREVER, TimeUnit.NANOSECONDS);
  }

  /**
   * Stores an element, waiting for room no longer than a time, in the unit given; with zero or less
   * it does not wait. Producer thread only. Memory order and waiting as {@link #put(int)}. When the
   * time is up it tries once more.
   *
   * @return STORED; TIMED_OUT, and nothing is stored; CLOSED after {@link #close}; CANCELLED after
   *     {@link Consumer#cancel}
   * @throws InterruptedException when interrupted while it waits; the element is not stored
   */
  Offered put(int element, long timeout, TimeUnit unit) throws InterruptedException;

  /**
   * Asks to be told when something has changed since the last answer FULL, and does not block.
   * Producer thread only; call it when {@link #offer} has just answered FULL, here or of {@link
   * #batches}. Counted in PRODUCER_WAITS (RB403), then READ is compared, volatile, with what offer
   * found, in one step with joining the waiter list (RB302): a slot freed after that offer cannot
   * be missed.
   *
   * @param onReady runs once, on the consumer's thread, within its call, or on a thread of the
   *     memory's ({@link SharedInts#awaitAsync}): short, not blocking, not touching this ring;
   *     offer again on the producer's thread
   * @return the way to take the question back; null when READ has changed: offer again
   */
  @Nullable AsyncWait whenReady(Runnable onReady);

  /**
   * Says that nothing more will come: the consumer gets what is stored and then END (RB501).
   * Producer thread only. Publishes WRITE release, and wakes the consumer. Does not wait.
   *
   * @return false when it was closed already
   */
  boolean close();
}
