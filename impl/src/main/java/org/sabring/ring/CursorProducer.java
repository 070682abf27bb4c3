package org.sabring.ring;

import static org.sabring.ring.RingLayout.FLAG;
import static org.sabring.ring.RingLayout.isFlagged;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.SharedInts;

/**
 * The {@link Producer} of a {@link CursorRing}: for each element it loads both cursors, and asks
 * the waiter list who waits for it.
 */
public final class CursorProducer implements Producer {

  private final SharedInts memory;
  private final RingLayout layout;

  /** READ as {@code PLoadRead} last found it, flag and all: what a full ring is waited on with. */
  private int read;

  private final CursorBatchProducer batches;

  CursorProducer(SharedInts memory, RingLayout layout) {
    this.memory = memory;
    this.layout = layout;
    this.batches = new CursorBatchProducer(this, memory, layout);
  }

  @Override
  public BatchProducer batches() {
    return batches;
  }

  @Override
  public Offered offer(int element) {
    return attempt(element);
  }

  @Override
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

  @Override
  public @Nullable AsyncWait whenReady(Runnable onReady) {
    countWait();
    return memory.awaitAsync(layout.read(), read, onReady); // PWait, PWake
  }

  private void countWait() {
    memory.addOpaque(layout.producerWaits(), 1); // PCountWait
  }

  @Override
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
