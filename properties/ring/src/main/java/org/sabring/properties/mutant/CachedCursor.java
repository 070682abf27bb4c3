package org.sabring.properties.mutant;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/**
 * No mistake: each side keeps the cursor of the other, and loads it again when it has come up to
 * it.
 */
public final class CachedCursor extends Spoilt {

  private int knownRead;
  private int knownWrite;

  public CachedCursor(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getAcquire(int index) {
    if (index == layout.read()) {
      knownRead = isFull(knownRead) ? super.getAcquire(index) : knownRead;
      return knownRead;
    }
    knownWrite = isEmpty(knownWrite) ? super.getAcquire(index) : knownWrite;
    return knownWrite;
  }
}
