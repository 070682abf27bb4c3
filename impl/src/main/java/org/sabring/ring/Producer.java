package org.sabring.ring;

import static org.sabring.ring.RingLayout.FLAG;
import static org.sabring.ring.RingLayout.isFlagged;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.SharedInts;

/**
 * The side that stores. One thread may use it, and it alone writes WRITE, PRODUCED, PRODUCER_WAITS
 * and the slots (RB203). Every 32-bit value is an element.
 */
public final class Producer {

  private final SharedInts memory;
  private final RingLayout layout;

  /** READ as {@code PLoadRead} last found it, flag and all: what a full ring is waited on with. */
  private int read;

  private final BatchProducer batches;

  Producer(SharedInts memory, RingLayout layout) {
    this.memory = memory;
    this.layout = layout;
    this.batches = new BatchProducer(this, memory, layout);
  }

  /** This side, storing several elements at once: always the same object, for the same thread. */
  public BatchProducer batches() {
    return batches;
  }

  /**
   * Stores an element if there is room. Producer thread only. Reads READ acquire; publishes WRITE
   * release. Does not wait for the consumer.
   *
   * @return STORED; FULL when there is no room; CLOSED after {@link #close}; CANCELLED after {@link
   *     Consumer#cancel} (RB101, RB104)
   */
  public Offered offer(int element) {
    return attempt(element);
  }

  /**
   * Stores an element, waiting for room. Producer thread only. Memory order as {@link #offer}.
   * Blocks while the ring is full and not cancelled; every wait is counted in PRODUCER_WAITS
   * (RB403).
   *
   * @return STORED; CLOSED after {@link #close}; CANCELLED after {@link Consumer#cancel}, from when
   *     on it never blocks (RB503)
   * @throws InterruptedException when interrupted while it waits; the element is not stored
   */
  public Offered put(int element) throws InterruptedException {
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
  public Offered put(int element, long timeout, TimeUnit unit) throws InterruptedException {
    Offered answer = attempt(element);
    return answer == Offered.FULL ? putWaiting(element, unit.toNanos(timeout)) : answer;
  }

  private Offered putWaiting(int element, long timeoutNanos) throws InterruptedException {
    Deadline deadline = new Deadline(timeoutNanos);
    Offered answer = Offered.FULL;
    while (answer == Offered.FULL && deadline.left() > 0) {
      sleep(deadline);
      answer = attempt(element);
    }
    return answer == Offered.FULL ? Offered.TIMED_OUT : answer;
  }

  /** Until READ is no longer what {@link #loadRead} found, or the time is up. */
  void sleep(Deadline deadline) throws InterruptedException {
    countWait();
    deadline.spend(memory.await(layout.read(), read, deadline.left())); // PWait, PWake
  }

  /**
   * Asks to be told when something has changed since the last answer FULL, and does not block.
   * Producer thread only; call it when {@link #offer} has just answered FULL, here or of {@link
   * #batches}. Counted in PRODUCER_WAITS (RB403), then READ is compared, volatile, with what offer
   * found, in one step with joining the waiter list (RB302): a slot freed after that offer cannot
   * be missed.
   *
   * @param onReady runs once, on the consumer's thread, within its call: short, not blocking, not
   *     touching this ring; offer again on the producer's thread
   * @return the way to take the question back; null when READ has changed: offer again
   */
  public @Nullable AsyncWait whenReady(Runnable onReady) {
    countWait();
    return memory.awaitAsync(layout.read(), read, onReady); // PWait, PWake
  }

  private void countWait() {
    memory.addOpaque(layout.producerWaits(), 1); // PCountWait
  }

  /**
   * Says that nothing more will come: the consumer gets what is stored and then END (RB501).
   * Producer thread only. Publishes WRITE release, and wakes the consumer. Does not wait.
   *
   * @return false when it was closed already
   */
  public boolean close() {
    int write = loadWrite();
    if (isFlagged(write)) {
      return false;
    }
    memory.setRelease(layout.write(), write | FLAG); // PClose
    notifyConsumer();
    return true;
  }

  /**
   * The slot before the cursor (RB201); counted before published, so CONSUMED never leads (RB401).
   */
  private Offered attempt(int element) {
    int write = loadWrite();
    if (isFlagged(write)) {
      return Offered.CLOSED;
    }
    int seen = loadRead();
    if (isFlagged(seen)) {
      return Offered.CANCELLED;
    }
    int next = layout.next(write);
    if (next == seen) {
      return Offered.FULL;
    }
    memory.setPlain(layout.slot(write), element); // PWriteSlot
    publish(next, 1);
    return Offered.STORED;
  }

  /** Hands over what has been written: so many elements, up to the new cursor. */
  void publish(int next, int elements) {
    memory.addOpaque(layout.produced(), elements); // PCountProduced
    memory.setRelease(layout.write(), next); // PPublish
    notifyConsumer();
  }

  int loadWrite() {
    return layout.checked("WRITE", memory.getPlain(layout.write())); // PLoadWrite
  }

  int loadRead() {
    read = layout.checked("READ", memory.getAcquire(layout.read())); // PLoadRead
    return read;
  }

  /** After WRITE has changed (RB303). */
  private void notifyConsumer() {
    memory.notify(layout.write(), SharedInts.ALL); // PNotify
  }
}
