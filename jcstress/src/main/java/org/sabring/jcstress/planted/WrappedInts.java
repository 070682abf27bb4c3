package org.sabring.jcstress.planted;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/**
 * A memory for a control, which overrides the accesses that it spoils. Each side has one of its
 * own, so a field belongs to that side's thread.
 */
abstract class WrappedInts extends ForwardingInts {

  /** Where the ring's words lie. */
  final RingLayout layout;

  WrappedInts(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  /** Whether the ring is full for a producer that finds this in READ. */
  final boolean isFull(int readWord) {
    return layout.next(ownWrite()) == readWord;
  }

  /** Whether the ring is empty for a consumer that finds this in WRITE, flag or none. */
  final boolean isEmpty(int writeWord) {
    return RingLayout.cursor(writeWord) == ownRead();
  }

  final int ownWrite() {
    return memory.getPlain(layout.write());
  }

  final int ownRead() {
    return memory.getPlain(layout.read());
  }

  /**
   * A moment's pause, for a control to do between two steps that are in the wrong order: so that
   * the other side comes in between often enough to be seen on any machine.
   */
  static void linger() {
    for (int spin = 0; spin < 16; spin++) {
      Thread.onSpinWait();
    }
  }
}
