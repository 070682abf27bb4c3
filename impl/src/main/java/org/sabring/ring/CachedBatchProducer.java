package org.sabring.ring;

import java.util.concurrent.TimeUnit;

/**
 * The {@link BatchProducer} of a {@link CachedCursorRing}: the slots of a batch are written in one
 * go, or in two around the end of the ring. It looks at READ when the room that it knows of is not
 * enough for the batch.
 */
public final class CachedBatchProducer implements BatchProducer {

  private final CachedProducer side;

  /** How many elements the last answer STORED was about, at least 1; 0 before the first. */
  private int stored;

  CachedBatchProducer(CachedProducer side) {
    this.side = side;
  }

  @Override
  public Offered offer(int[] elements, int from, int length) {
    CursorBatchProducer.checkRange(elements, from, length);
    return attempt(elements, from, length);
  }

  @Override
  public Offered put(int[] elements, int from, int length, long timeout, TimeUnit unit)
      throws InterruptedException {
    CursorBatchProducer.checkRange(elements, from, length);
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

  private Offered attempt(int[] elements, int from, int length) {
    if (side.room() < length) {
      Offered answer = side.look();
      if (answer != Offered.STORED) {
        return answer;
      }
    }
    int count = Math.min(length, side.room());
    int first = Math.min(count, side.capacity - side.own);
    side.memory.setPlain(side.slot(side.own), elements, from, first); // PWriteSlot
    if (first < count) {
      side.memory.setPlain(side.slot(0), elements, from + first, count - first); // PWriteSlot
    }
    int end = side.own + count;
    side.publish(end < side.capacity ? end : end - side.capacity);
    stored = count;
    return Offered.STORED;
  }
}
