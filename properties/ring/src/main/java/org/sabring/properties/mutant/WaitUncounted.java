package org.sabring.properties.mutant;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** A side waits without counting it. */
public final class WaitUncounted extends ForwardingInts {

  private final RingLayout layout;

  public WaitUncounted(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public int addOpaque(int index, int delta) {
    boolean waits = index == layout.producerWaits() || index == layout.consumerWaits();
    return waits ? super.getOpaque(index) : super.addOpaque(index, delta);
  }
}
