package org.sabring.ring;

import static org.sabring.ring.RingLayout.isFlagged;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.sabring.memory.SharedInts;

/**
 * The {@link BatchProducer} of a {@link CursorRing}: the steps are those of {@link CursorProducer},
 * but that after a slot comes the next slot, and the cursor moves once.
 */
public final class CursorBatchProducer implements BatchProducer {

  private final CursorProducer side;
  private final SharedInts memory;
  private final RingLayout layout;

  /** How many elements the last answer STORED was about, at least 1; 0 before the first. */
  private int stored;

  CursorBatchProducer(CursorProducer side, SharedInts memory, RingLayout layout) {
    this.side = side;
    this.memory = memory;
    this.layout = layout;
  }

  @Override
  public Offered offer(int[] elements, int from, int length) {
    checkRange(elements, from, length);
    return attempt(elements, from, length);
  }

  @Override
  public Offered put(int[] elements, int from, int length, long timeout, TimeUnit unit)
      throws InterruptedException {
    checkRange(elements, from, length);
    Offered answer = attempt(elements, from, length);
    if (answer != Offered.FULL) {
      return answer;
    }
    Deadline deadline = new Deadline(unit.toNanos(timeout));
    while (answer == Offered.FULL && deadline.left() > 0) {
      side.sleep(deadline);
      answer = attempt(elements, from, length);
    }
    return answer == Offered.FULL ? Offered.TIMED_OUT : answer;
  }

  @Override
  public int stored() {
    return stored;
  }

  /** As {@link CursorProducer}'s for one element; after a slot it may go on to the next. */
  private Offered attempt(int[] elements, int from, int length) {
    int write = side.loadWrite();
    if (isFlagged(write)) {
      return Offered.CLOSED;
    }
    int read = side.loadRead();
    if (isFlagged(read)) {
      return Offered.CANCELLED;
    }
    int next = layout.next(write);
    if (next == read) {
      return Offered.FULL;
    }
    int written = 0;
    while (written < length && next != read) {
      memory.setPlain(layout.slot(write), elements[from + written]); // PWriteSlot
      written++;
      write = next;
      next = layout.next(next);
    }
    side.publish(write, written);
    stored = written;
    return Offered.STORED;
  }

  static void checkLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit=" + limit + ", expected at least 1");
    }
  }

  static void checkRange(int[] elements, int from, int length) {
    Objects.checkFromIndexSize(from, length, elements.length);
    if (length < 1) {
      throw new IllegalArgumentException("length=" + length + ", expected at least 1");
    }
  }
}
