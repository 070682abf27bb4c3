package org.sabring.properties.mutant;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer never finds the ring full, and overwrites what is stored. */
public final class OverwriteOldest extends Spoilt {

  public OverwriteOldest(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getAcquire(int index) {
    int word = super.getAcquire(index);
    return index == layout.read() && isFull(word) ? ownWrite() : word;
  }
}
