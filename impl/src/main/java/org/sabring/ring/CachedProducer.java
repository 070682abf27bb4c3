package org.sabring.ring;

import static org.sabring.ring.RingLayout.FLAG;
import static org.sabring.ring.RingLayout.isFlagged;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.AsyncWait;
import org.sabring.memory.SharedInts;

/**
 * The {@link Producer} of a {@link CachedCursorRing}: the steps of {@link CursorProducer}, without
 * the two loads as long as there is room by what it knows.
 */
public final class CachedProducer extends CachedSide implements Producer {

  private final CachedBatchProducer batches;
  private final SlotWriter slots;

  CachedProducer(SharedInts memory, RingLayout layout) {
    super(memory, layout, layout.produced());
    this.end = next(own);
    this.batches = new CachedBatchProducer(this);
    this.slots = new SlotWriter(this);
  }

  @Override
  public BatchProducer batches() {
    return batches;
  }

  /** This side, without a copy: always the same object, for the same thread. */
  public SlotWriter slots() {
    return slots;
  }

  @Override
  public Offered offer(int element) {
    int next = next(own);
    if (next == end) {
      Offered answer = look();
      if (answer != Offered.STORED) {
        return answer;
      }
      next = next(own);
    }
    memory.setPlain(slot(own), element); // PWriteSlot
    publish(next);
    return Offered.STORED;
  }

  @Override
  public Offered put(int element, long timeout, TimeUnit unit) throws InterruptedException {
    Offered answer = offer(element);
    return answer == Offered.FULL ? putWaiting(element, unit.toNanos(timeout)) : answer;
  }

  private Offered putWaiting(int element, long timeoutNanos) throws InterruptedException {
    Deadline deadline = new Deadline(timeoutNanos);
    Offered answer = Offered.FULL;
    while (answer == Offered.FULL && deadline.left() > 0) {
      sleep(deadline);
      answer = offer(element);
    }
    return answer == Offered.FULL ? Offered.TIMED_OUT : answer;
  }

  /** Until READ is no longer what {@link #look} found, or the time is up. */
  void sleep(Deadline deadline) throws InterruptedException {
    countWait();
    deadline.spend(memory.await(readWord, seen, deadline.left())); // PWait, PWake
  }

  @Override
  public @Nullable AsyncWait whenReady(Runnable onReady) {
    countWait();
    return memory.awaitAsync(readWord, seen, onReady); // PWait, PWake
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
    memory.setRelease(writeWord, write | FLAG); // PClose
    end = next(own);
    notifyConsumer();
    return true;
  }

  /**
   * Looks at both cursors, as {@link CursorProducer} does before every element: at its own, too,
   * because this may be the first call, or the ring may have been closed.
   *
   * @return STORED if there is room; else FULL, CLOSED or CANCELLED, and the next call looks again
   */
  Offered look() {
    int write = loadWrite();
    if (isFlagged(write)) {
      return Offered.CLOSED;
    }
    int read = loadRead();
    if (isFlagged(read)) {
      end = next(own);
      return Offered.CANCELLED;
    }
    own = write;
    end = read;
    countedAtZero = memory.getPlain(countWord) - write; // of PCountProduced, its load
    return next(write) == read ? Offered.FULL : Offered.STORED;
  }

  /** How many elements there is room for, by what is known. */
  int room() {
    return slots(next(own), end);
  }

  /** Hands over what has been written, up to the new cursor. */
  void publish(int next) {
    memory.setOpaque(countWord, counted(next)); // PCountProduced
    memory.setRelease(writeWord, next); // PPublish
    own = next;
    notifyConsumer();
  }

  private int loadWrite() {
    return layout.checked("WRITE", memory.getPlain(writeWord)); // PLoadWrite
  }

  private int loadRead() {
    seen = layout.checked("READ", memory.getAcquire(readWord)); // PLoadRead
    return seen;
  }

  /** After WRITE has changed (RB303). */
  private void notifyConsumer() {
    memory.notify(writeWord, SharedInts.ALL); // PNotify
  }
}
