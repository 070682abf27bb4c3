package org.sabring.properties.mutant;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer counts its element when it begins to wait for room. */
public final class OfferCountedBeforeRoom extends Spoilt {

  /** Whether the element that waits has been counted. */
  private boolean counted;

  public OfferCountedBeforeRoom(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int addOpaque(int index, int delta) {
    if (index == layout.produced() && counted) {
      counted = false;
      return super.getOpaque(index);
    }
    if (index == layout.producerWaits() && !counted) {
      counted = true;
      super.addOpaque(layout.produced(), 1);
    }
    return super.addOpaque(index, delta);
  }
}
