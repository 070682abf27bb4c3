package org.sabring.ring;

/**
 * A {@link CachedConsumer} without a copy: it shows slots that hold elements, the caller loads them
 * from the words of the memory, and then releases them. Consumer thread only; no other call of that
 * side may stand between a peek and its release.
 */
public final class SlotReader {

  private final CachedConsumer side;

  /** How many slots the last peek showed, and the cursor that it showed them at. */
  private int shown;

  private int at;

  SlotReader(CachedConsumer side) {
    this.side = side;
  }

  /**
   * Shows the oldest elements, up to {@code limit} of them, in slots that lie one after the other:
   * fewer when fewer are stored, or the end of the slots comes first. Reads WRITE acquire if it
   * knows of fewer. They stay in the ring, and a peek without a release leaves everything.
   *
   * @return how many; 0 when {@link Consumer#poll} would not take one either, and it says why
   * @throws IllegalArgumentException when {@code limit} is less than 1
   */
  public int peek(int limit) {
    CursorBatchProducer.checkLimit(limit);
    if (side.stored() < limit) {
      side.look();
    }
    at = side.own;
    shown = Math.min(limit, Math.min(side.stored(), side.capacity - at));
    return shown;
  }

  /** The index in the memory of the oldest element that was shown; the others follow it. */
  public int first() {
    return side.slot(at);
  }

  /**
   * Takes the first {@code count} elements that were shown, all read by now (RB202): their slots
   * are free. Publishes READ release, once.
   *
   * @throws IllegalStateException when not so many were shown, or the side has taken since
   */
  public void release(int count) {
    if (count < 1 || count > shown || at != side.own) {
      throw new IllegalStateException(
          "release=" + count + ", expected 1.." + (at == side.own ? shown : 0));
    }
    shown = 0;
    side.free(at + count == side.capacity ? 0 : at + count);
  }
}
