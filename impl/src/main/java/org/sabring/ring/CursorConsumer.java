package org.sabring.ring;

import static org.sabring.ring.RingLayout.FLAG;
import static org.sabring.ring.RingLayout.cursor;
import static org.sabring.ring.RingLayout.isFlagged;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.SharedInts;

/**
 * The {@link Consumer} of a {@link CursorRing}: for each element it loads both cursors, and asks
 * the waiter list who waits for its slot.
 */
public final class CursorConsumer implements Consumer {

  private final SharedInts memory;
  private final RingLayout layout;

  /**
   * WRITE as {@link #loadWrite} last found it, flag and all: what it waits on an empty ring with.
   */
  private int write;

  /** The element last taken; nothing before {@link #hasElement}. */
  private int element;

  private boolean hasElement;
  private final CursorBatchConsumer batches;

  CursorConsumer(SharedInts memory, RingLayout layout) {
    this.memory = memory;
    this.layout = layout;
    this.batches = new CursorBatchConsumer(this, memory, layout);
  }

  @Override
  public BatchConsumer batches() {
    return batches;
  }

  @Override
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

  @Override
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

  @Override
  public @Nullable AsyncWait whenReady(Runnable onReady) {
    countWait();
    return memory.awaitAsync(layout.write(), write, onReady); // CWait, CWake
  }

  private void countWait() {
    memory.addOpaque(layout.consumerWaits(), 1); // CCountWait
  }

  @Override
  public int element() {
    if (!hasElement) {
      throw new IllegalStateException("elements taken=0, expected at least 1 before element()");
    }
    return element;
  }

  @Override
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
