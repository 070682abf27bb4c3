package org.sabring.explore;

import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Words;

/**
 * A slot that one side fills and the other empties, of two words: the value, and whether it is
 * there. The mode in which that is asked for is a parameter, so that a mistake can be planted.
 */
final class Slot {

  static final int FULL = 0;
  static final int VALUE = 1;

  private final Words memory;
  private final Mode asks;

  Slot(Words memory, Mode asks) {
    this.memory = memory;
    this.asks = asks;
  }

  private boolean isFull() {
    return memory.load(asks, FULL) == 1;
  }

  /** Whether the value is in the slot now. */
  boolean give(int value) {
    if (isFull()) {
      return false;
    }
    memory.store(Mode.PLAIN, VALUE, value);
    memory.store(Mode.RELEASE, FULL, 1);
    return true;
  }

  /** The value, or -1 if there is none. */
  int receive() {
    if (!isFull()) {
      return -1;
    }
    int value = memory.load(Mode.PLAIN, VALUE);
    memory.store(Mode.RELEASE, FULL, 0);
    return value;
  }
}
