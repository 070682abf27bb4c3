package org.sabring.properties.explore;

import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.memory.Mode;

/**
 * A slot that one side fills and the other empties, of two words: the value, and whether it is
 * there. The mode in which that is asked for is a parameter, so that a mistake can be planted.
 */
final class Slot {

  static final int FULL = 0;
  static final int VALUE = 1;

  private final SharedInts memory;
  private final Mode asks;

  Slot(SharedInts memory, Mode asks) {
    this.memory = memory;
    this.asks = asks;
  }

  private boolean isFull() {
    return (asks == Mode.ACQUIRE ? memory.getAcquire(FULL) : memory.getOpaque(FULL)) == 1;
  }

  /** Whether the value is in the slot now. */
  boolean give(int value) {
    if (isFull()) {
      return false;
    }
    memory.setPlain(VALUE, value);
    memory.setRelease(FULL, 1);
    return true;
  }

  /** The value, or -1 if there is none. */
  int receive() {
    if (!isFull()) {
      return -1;
    }
    int value = memory.getPlain(VALUE);
    memory.setRelease(FULL, 0);
    return value;
  }
}
