package org.sabring.properties.mutant;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** How many are stored is taken for how far apart the cursors lie: wrong once one has wrapped. */
public final class FullByDistance extends Spoilt {

  public FullByDistance(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getAcquire(int index) {
    int word = super.getAcquire(index);
    if (index != layout.read() || !isFull(word)) {
      return word;
    }
    int own = ownWrite();
    return Math.abs(own - word) < layout.capacity() - 1 ? own : word;
  }
}
