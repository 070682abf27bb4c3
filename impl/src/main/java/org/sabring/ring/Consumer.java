package org.sabring.ring;

import static org.sabring.ring.RingLayout.FLAG;
import static org.sabring.ring.RingLayout.cursor;
import static org.sabring.ring.RingLayout.isFlagged;

import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.SharedInts;

/**
 * The side that takes. One thread may use it, and it alone writes READ, CONSUMED and CONSUMER_WAITS
 * (RB203).
 */
public final class Consumer {

  private final SharedInts memory;
  private final RingLayout layout;

  /**
   * WRITE as {@link #loadWrite} last found it, flag and all: what it waits on an empty ring with.
   */
  private int write;

  /** The element last taken; nothing before {@link #hasElement}. */
  private int element;

  private boolean hasElement;
  private final BatchConsumer batches;

  Consumer(SharedInts memory, RingLayout layout) {
    this.memory = memory;
    this.layout = layout;
    this.batches = new BatchConsumer(this, memory, layout);
  }

  /** This side, taking several elements at once: always the same object, for the same thread. */
  public BatchConsumer batches() {
    return batches;
  }

  /**
   * Takes the oldest element if there is one. Consumer thread only. Reads WRITE acquire; publishes
   * READ release. Does not wait for the producer.
   *
   * @return ELEMENT, and {@link #element()} says which; EMPTY; END after {@link Producer#close}
   *     when all has been taken (RB501); CANCELLED after {@link #cancel} (RB101, RB102, RB103)
   */
  public Taken poll() {
    int seen = loadWrite();
    int read = loadRead();
    if (isFlagged(read)) {
      return Taken.CANCELLED;
    }
    if (cursor(seen) == read) {
      return isFlagged(seen) ? Taken.END : Taken.EMPTY;
    }
    element = memory.getPlain(layout.slot(read)); // CReadSlot
    hasElement = true;
    free(layout.next(read), 1);
    return Taken.ELEMENT;
  }

  /**
   * As {@link #poll}, waiting for an element. Blocks while the ring is empty and not closed; every
   * wait is counted in CONSUMER_WAITS (RB403).
   *
   * @return ELEMENT, and {@link #element()} says which; END after {@link Producer#close} when all
   *     has been taken (RB501); CANCELLED after {@link #cancel}
   * @throws InterruptedException when interrupted while it waits; nothing is taken
   */
  public Taken take() throws InterruptedException {
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
  public Taken take(long timeout, TimeUnit unit) throws InterruptedException {
    Taken answer = poll();
    return answer == Taken.EMPTY ? takeWaiting(unit.toNanos(timeout)) : answer;
  }

  private Taken takeWaiting(long timeoutNanos) throws InterruptedException {
    Deadline deadline = new Deadline(timeoutNanos);
    Taken answer = Taken.EMPTY;
    while (answer == Taken.EMPTY && deadline.left() > 0) {
      sleep(deadline);
      answer = poll();
    }
    return answer == Taken.EMPTY ? Taken.TIMED_OUT : answer;
  }

  /** Until WRITE is no longer what {@link #loadWrite} found, or the time is up. */
  void sleep(Deadline deadline) throws InterruptedException {
    countWait();
    deadline.spend(memory.await(layout.write(), write, deadline.left())); // CWait, CWake
  }

  /**
   * Asks to be told when something has changed since the last answer EMPTY, and does not block.
   * Consumer thread only; call it when {@link #poll} has just answered EMPTY, here or of {@link
   * #batches}. Counted in CONSUMER_WAITS (RB403), then WRITE is compared, volatile, with what poll
   * found, in one step with joining the waiter list (RB302): what was published after that poll
   * cannot be missed.
   *
   * @param onReady runs once, on the producer's thread, within its call: short, not blocking, not
   *     touching this ring; poll again on the consumer's thread
   * @return the way to take the question back; null when WRITE has changed: poll again
   */
  public @Nullable AsyncWait whenReady(Runnable onReady) {
    countWait();
    return memory.awaitAsync(layout.write(), write, onReady); // CWait, CWake
  }

  private void countWait() {
    memory.addOpaque(layout.consumerWaits(), 1); // CCountWait
  }

  /**
   * The element that the last answer ELEMENT was about. Consumer thread only. Other answers since
   * then do not change it. Any 32-bit value may come.
   *
   * @throws IllegalStateException when nothing has been taken yet
   */
  public int element() {
    if (!hasElement) {
      throw new IllegalStateException("elements taken=0, expected at least 1 before element()");
    }
    return element;
  }

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
  public int drain(IntConsumer sink, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit=" + limit + ", expected at least 1");
    }
    int drained = 0;
    while (drained < limit && poll() == Taken.ELEMENT) {
      drained++;
      sink.accept(element);
    }
    return drained;
  }

  /**
   * Says that nothing more will be taken: the producer is woken, and never blocks again (RB503).
   * What is stored stays in the ring. Consumer thread only. Publishes READ release. Does not wait.
   *
   * @return false when it was cancelled already
   */
  public boolean cancel() {
    int read = loadRead();
    if (isFlagged(read)) {
      return false;
    }
    memory.setRelease(layout.read(), read | FLAG); // CCancel
    notifyProducer();
    return true;
  }

  /** After reading (RB202) so many slots; counted after freed, so CONSUMED never leads (RB401). */
  void free(int next, int elements) {
    memory.setRelease(layout.read(), next); // CPublish
    memory.addOpaque(layout.consumed(), elements); // CCountConsumed
    notifyProducer();
  }

  int loadWrite() {
    write = layout.checked("WRITE", memory.getAcquire(layout.write())); // CLoadWrite
    return write;
  }

  int loadRead() {
    return layout.checked("READ", memory.getPlain(layout.read())); // CLoadRead
  }

  /** After READ has changed (RB303). */
  private void notifyProducer() {
    memory.notify(layout.read(), SharedInts.ALL); // CNotify
  }
}
