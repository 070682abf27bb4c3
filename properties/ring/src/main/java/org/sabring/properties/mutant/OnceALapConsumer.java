package org.sabring.properties.mutant;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The consumer loads WRITE once a lap and trusts that the rest of it is filled. */
public final class OnceALapConsumer extends Spoilt {

  public OnceALapConsumer(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getAcquire(int index) {
    int own = index == layout.write() ? RingLayout.cursor(ownRead()) : 0;
    return own == 0 ? super.getAcquire(index) : layout.next(own);
  }
}
