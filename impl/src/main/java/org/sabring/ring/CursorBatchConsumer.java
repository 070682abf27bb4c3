package org.sabring.ring;

import static org.sabring.ring.RingLayout.cursor;
import static org.sabring.ring.RingLayout.isFlagged;

import java.util.concurrent.TimeUnit;
import org.sabring.memory.SharedInts;

/**
 * The {@link BatchConsumer} of a {@link CursorRing}: the steps are those of {@link CursorConsumer},
 * but that after a slot comes the next slot, and the cursor moves once.
 */
public final class CursorBatchConsumer implements BatchConsumer {

  private final CursorConsumer side;
  private final SharedInts memory;
  private final RingLayout layout;

  /** How many elements the last answer ELEMENT was about, at least 1; 0 before the first. */
  private int taken;

  CursorBatchConsumer(CursorConsumer side, SharedInts memory, RingLayout layout) {
    this.side = side;
    this.memory = memory;
    this.layout = layout;
  }

  @Override
  public Taken poll(int[] into, int at, int limit) {
    CursorBatchProducer.checkRange(into, at, limit);
    return attempt(into, at, limit);
  }

  @Override
  public Taken take(int[] into, int at, int limit, long timeout, TimeUnit unit)
      throws InterruptedException {
    CursorBatchProducer.checkRange(into, at, limit);
    Taken answer = attempt(into, at, limit);
    if (answer != Taken.EMPTY) {
      return answer;
    }
    Deadline deadline = new Deadline(unit.toNanos(timeout));
    while (answer == Taken.EMPTY && deadline.left() > 0) {
      side.sleep(deadline);
      answer = attempt(into, at, limit);
    }
    return answer == Taken.EMPTY ? Taken.TIMED_OUT : answer;
  }

  @Override
  public int taken() {
    return taken;
  }

  /** As {@link CursorConsumer}'s for one element; after a slot it may go on to the next. */
  private Taken attempt(int[] into, int at, int limit) {
    int write = side.loadWrite();
    int read = side.loadRead();
    if (isFlagged(read)) {
      return Taken.CANCELLED;
    }
    int end = cursor(write);
    if (end == read) {
      return isFlagged(write) ? Taken.END : Taken.EMPTY;
    }
    int count = 0;
    while (count < limit && read != end) {
      into[at + count] = memory.getPlain(layout.slot(read)); // CReadSlot
      count++;
      read = layout.next(read);
    }
    side.free(read, count);
    taken = count;
    return Taken.ELEMENT;
  }
}
