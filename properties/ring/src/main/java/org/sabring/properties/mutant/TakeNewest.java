package org.sabring.properties.mutant;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The consumer reads the slot that was filled last. */
public final class TakeNewest extends ForwardingInts {

  private final RingLayout layout;

  public TakeNewest(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public int getPlain(int index) {
    if (index < layout.data()) {
      return super.getPlain(index);
    }
    int write = RingLayout.cursor(super.getAcquire(layout.write()));
    return super.getPlain(layout.slot((write == 0 ? layout.capacity() : write) - 1));
  }
}
