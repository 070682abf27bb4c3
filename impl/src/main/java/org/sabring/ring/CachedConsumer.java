package org.sabring.ring;

import static org.sabring.ring.RingLayout.FLAG;
import static org.sabring.ring.RingLayout.cursor;
import static org.sabring.ring.RingLayout.isFlagged;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.SharedInts;

/**
 * The {@link Consumer} of a {@link CachedCursorRing}: the steps of {@link CursorConsumer}, without
 * the two loads as long as there are elements by what it knows.
 */
public final class CachedConsumer extends CachedSide implements Consumer {

  private final CachedBatchConsumer batches;
  private final SlotReader slots;

  CachedConsumer(SharedInts memory, RingLayout layout) {
    super(memory, layout, layout.consumed());
    this.batches = new CachedBatchConsumer(this);
    this.slots = new SlotReader(this);
  }

  @Override
  public BatchConsumer batches() {
    return batches;
  }

  /** This side, without a copy: always the same object, for the same thread. */
  public SlotReader slots() {
    return slots;
  }

  @Override
  public Taken poll() {
    if (own == end) {
      Taken answer = look();
      if (answer != Taken.ELEMENT) {
        return answer;
      }
    }
    element = memory.getPlain(slot(own)); // CReadSlot
    hasElement = true;
    free(next(own));
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

  /** Until WRITE is no longer what {@link #look} found, or the time is up. */
  void sleep(Deadline deadline) throws InterruptedException {
    countWait();
    deadline.spend(memory.await(writeWord, seen, deadline.left())); // CWait, CWake
  }

  @Override
  public @Nullable AsyncWait whenReady(Runnable onReady) {
    countWait();
    return memory.awaitAsync(writeWord, seen, onReady); // CWait, CWake
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
    memory.setRelease(readWord, read | FLAG); // CCancel
    end = own;
    notifyProducer();
    return true;
  }

  /**
   * Looks at both cursors, as {@link CursorConsumer} does before every element: at its own, too,
   * because this may be the first call, or the ring may have been cancelled.
   *
   * @return ELEMENT if there is one; else EMPTY, END or CANCELLED, and the next call looks again
   */
  Taken look() {
    int write = loadWrite();
    int read = loadRead();
    if (isFlagged(read)) {
      return Taken.CANCELLED;
    }
    own = read;
    end = cursor(write);
    countedAtZero = memory.getPlain(countWord) - read; // of CCountConsumed, its load
    if (end == read) {
      return isFlagged(write) ? Taken.END : Taken.EMPTY;
    }
    return Taken.ELEMENT;
  }

  /** How many elements there are, by what is known. */
  int stored() {
    return slots(own, end);
  }

  /**
   * After reading (RB202) up to the new cursor; counted after freed, so CONSUMED never leads
   * (RB401).
   */
  void free(int next) {
    memory.setRelease(readWord, next); // CPublish
    memory.setOpaque(countWord, counted(next)); // CCountConsumed
    own = next;
    notifyProducer();
  }

  private int loadWrite() {
    seen = layout.checked("WRITE", memory.getAcquire(writeWord)); // CLoadWrite
    return seen;
  }

  private int loadRead() {
    return layout.checked("READ", memory.getPlain(readWord)); // CLoadRead
  }

  /** After READ has changed (RB303). */
  private void notifyProducer() {
    memory.notify(readWord, SharedInts.ALL); // CNotify
  }
}
