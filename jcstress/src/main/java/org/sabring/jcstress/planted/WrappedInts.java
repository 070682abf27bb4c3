package org.sabring.jcstress;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;

/**
 * A memory for a control, which overrides the accesses that it spoils: so the ring above it is the
 * shipped one, unchanged, and still the mistake is in.
 */
abstract class WrappedInts extends ForwardingInts {

  WrappedInts(SharedInts memory) {
    super(memory);
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
