package org.sabring.properties.mutant;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer loads READ once a lap and trusts that there is room for the rest of it. */
public final class OnceALapProducer extends Spoilt {

  public OnceALapProducer(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getAcquire(int index) {
    int own = index == layout.read() ? RingLayout.cursor(ownWrite()) : 0;
    return own == 0 ? super.getAcquire(index) : own;
  }
}
