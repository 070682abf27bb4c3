package org.sabring.jcstress.planted;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** A side is told something else of the other's cursor than there is. */
final class Misjudged extends WrappedInts {

  /** What a side is told that loads the other's cursor. */
  @FunctionalInterface
  interface Lie {
    int told(Misjudged ring, int index, int word);
  }

  private final Lie lie;

  Misjudged(SharedInts memory, RingLayout layout, Lie lie) {
    super(memory, layout);
    this.lie = lie;
  }

  @Override
  public int getAcquire(int index) {
    return lie.told(this, index, memory.getAcquire(index));
  }

  /** The producer fills the slot that should stay empty. */
  static int allSlotsUsed(Misjudged ring, int index, int word) {
    boolean full = index == ring.layout.read() && ring.isFull(word);
    return full ? ring.layout.next(word) : word;
  }

  /** The producer never finds the ring full. */
  static int overwriteOldest(Misjudged ring, int index, int word) {
    return index == ring.layout.read() && ring.isFull(word) ? ring.ownWrite() : word;
  }

  /** The consumer never finds the ring empty. */
  static int pollPastEnd(Misjudged ring, int index, int word) {
    boolean empty =
        index == ring.layout.write() && !RingLayout.isFlagged(word) && ring.isEmpty(word);
    return empty ? ring.layout.next(word) : word;
  }

  /** Once the producer has closed, the consumer finds the ring empty. */
  static int closedBeforeEmpty(Misjudged ring, int index, int word) {
    boolean closed = index == ring.layout.write() && RingLayout.isFlagged(word);
    return closed ? ring.ownRead() | RingLayout.FLAG : word;
  }
}
