package org.sabring.properties.mutant;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer closes, and the flag does not reach the memory. */
public final class ClosedFlagLost extends ForwardingInts {

  private final RingLayout layout;

  public ClosedFlagLost(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public void setRelease(int index, int value) {
    super.setRelease(index, index == layout.write() ? RingLayout.cursor(value) : value);
  }
}
