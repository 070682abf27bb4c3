package org.sabring.ring;

/**
 * A {@link CachedProducer} without a copy: it hands out free slots, the caller stores what it likes
 * into the words of the memory, and then commits. Producer thread only; no other call of that side
 * may stand between a claim and its commit.
 *
 * <pre>{@code
 * int count = slots.claim(64);
 * for (int i = 0; i < count; i++) {
 *   ring.memory().setPlain(slots.first() + i, next());
 * }
 * if (count > 0) {
 *   slots.commit(count);
 * }
 * }</pre>
 */
public final class SlotWriter {

  private final CachedProducer side;

  /** How many slots the last claim gave, and the cursor that it gave them at; 0 after a commit. */
  private int claimed;

  private int at;

  SlotWriter(CachedProducer side) {
    this.side = side;
  }

  /**
   * Claims free slots that lie one after the other, up to {@code limit} of them: fewer when there
   * is less room, or the end of the slots comes first. Reads READ acquire if it knows of less room.
   * Nothing is visible to the consumer, and a claim without a commit leaves nothing.
   *
   * @return how many; 0 when {@link Producer#offer} would not store either, and it says why
   * @throws IllegalArgumentException when {@code limit} is less than 1
   */
  public int claim(int limit) {
    CursorBatchProducer.checkLimit(limit);
    if (side.room() < limit) {
      side.look();
    }
    at = side.own;
    claimed = Math.min(limit, Math.min(side.room(), side.capacity - at));
    return claimed;
  }

  /** The index in the memory of the first slot that was claimed; the others follow it. */
  public int first() {
    return side.slot(at);
  }

  /**
   * Hands over the first {@code count} slots that were claimed, all written by now (RB201), and
   * takes the others back. Publishes WRITE release, once.
   *
   * @throws IllegalStateException when not so many are claimed, or the side has stored since
   */
  public void commit(int count) {
    if (count < 1 || count > claimed || at != side.own) {
      throw new IllegalStateException(
          "commit=" + count + ", expected 1.." + (at == side.own ? claimed : 0));
    }
    claimed = 0;
    side.publish(at + count == side.capacity ? 0 : at + count);
  }
}
