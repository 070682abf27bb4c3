package org.sabring.ring;

import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.SharedInts;

/**
 * The side that takes. One thread may use it, and it alone writes READ, CONSUMED and CONSUMER_WAITS
 * (RB203).
 */
public interface Consumer {

  /** This side, taking several elements at once: always the same object, for the same thread. */
  BatchConsumer batches();

  /**
   * Takes the oldest element if there is one. Consumer thread only. Reads WRITE acquire, now or, in
   * a ring that remembers, in an earlier call; publishes READ release. Does not wait for the
   * producer.
   *
   * @return ELEMENT, and {@link #element()} says which; EMPTY; END after {@link Producer#close}
   *     when all has been taken (RB501); CANCELLED after {@link #cancel} (RB101, RB102, RB103)
   */
  Taken poll();

  /**
   * As {@link #poll}, waiting for an element. Blocks while the ring is empty and not closed; every
   * wait is counted in CONSUMER_WAITS (RB403).
   *
   * @return ELEMENT, and {@link #element()} says which; END after {@link Producer#close} when all
   *     has been taken (RB501); CANCELLED after {@link #cancel}
   * @throws InterruptedException when interrupted while it waits; nothing is taken
   */
  default Taken take() throws InterruptedException {
    return take(SharedInts.FOREVER, TimeUnit.NANOSECONDS);
  }

  /**
   * As {@link #take()}, waiting no longer than a time, in the unit given; with zero or less it does
   * not wait. When the time is up it tries once more.
   *
   * @return ELEMENT, and {@link #element()} says which; TIMED_OUT, and nothing is taken; END after
   *     {@link Producer#close} when all has been taken; CANCELLED after {@link #cancel}
   * @throws InterruptedException when interrupted while it waits; nothing is taken
   */
  Taken take(long timeout, TimeUnit unit) throws InterruptedException;

  /**
   * Asks to be told when something has changed since the last answer EMPTY, and does not block.
   * Consumer thread only; call it when {@link #poll} has just answered EMPTY, here or of {@link
   * #batches}. Counted in CONSUMER_WAITS (RB403), then WRITE is compared, volatile, with what poll
   * found, in one step with joining the waiter list (RB302): what was published after that poll
   * cannot be missed.
   *
   * @param onReady runs once, on the producer's thread, within its call, or on a thread of the
   *     memory's ({@link SharedInts#awaitAsync}): short, not blocking, not touching this ring; poll
   *     again on the consumer's thread
   * @return the way to take the question back; null when WRITE has changed: poll again
   */
  @Nullable AsyncWait whenReady(Runnable onReady);

  /**
   * The element that the last answer ELEMENT was about. Consumer thread only. Other answers since
   * then do not change it. Any 32-bit value may come.
   *
   * @throws IllegalStateException when nothing has been taken yet
   */
  int element();

  /**
   * Takes elements one by one, oldest first, and hands each to the sink: {@code limit} of them, or
   * as many as {@link #poll} has. Consumer thread only. Memory order and progress as there.
   *
   * <p>An element has left the ring before the sink sees it. What the sink throws comes through;
   * the later ones stay.
   *
   * @param limit how many at most, at least 1
   * @return how many were handed over; when fewer than {@code limit}, ask {@link #poll} why
   * @throws IllegalArgumentException when {@code limit} is less than 1
   */
  default int drain(IntConsumer sink, int limit) {
    CursorBatchProducer.checkLimit(limit);
    int drained = 0;
    while (drained < limit && poll() == Taken.ELEMENT) {
      drained++;
      sink.accept(element());
    }
    return drained;
  }

  /**
   * Says that nothing more will be taken: the producer is woken, and never blocks again (RB503).
   * What is stored stays in the ring. Consumer thread only. Publishes READ release. Does not wait.
   *
   * @return false when it was cancelled already
   */
  boolean cancel();
}
