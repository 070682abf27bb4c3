package org.sabring.ring;

import java.util.concurrent.TimeUnit;

/**
 * The {@link BatchConsumer} of a {@link CachedCursorRing}: the slots of a batch are read in one go,
 * or in two around the end of the ring. It looks at WRITE when it knows of fewer elements than were
 * asked for.
 */
public final class CachedBatchConsumer implements BatchConsumer {

  private final CachedConsumer side;

  /** How many elements the last answer ELEMENT was about, at least 1; 0 before the first. */
  private int taken;

  CachedBatchConsumer(CachedConsumer side) {
    this.side = side;
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

  private Taken attempt(int[] into, int at, int limit) {
    if (side.stored() < limit) {
      Taken answer = side.look();
      if (answer != Taken.ELEMENT) {
        return answer;
      }
    }
    int count = Math.min(limit, side.stored());
    int first = Math.min(count, side.capacity - side.own);
    side.memory.getPlain(side.slot(side.own), into, at, first); // CReadSlot
    if (first < count) {
      side.memory.getPlain(side.slot(0), into, at + first, count - first); // CReadSlot
    }
    int end = side.own + count;
    side.free(end < side.capacity ? end : end - side.capacity);
    taken = count;
    return Taken.ELEMENT;
  }
}
