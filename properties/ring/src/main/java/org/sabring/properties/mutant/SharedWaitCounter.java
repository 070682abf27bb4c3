package org.sabring.properties.mutant;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** Both sides count their waits in the same word, the producer's. */
public final class SharedWaitCounter extends ForwardingInts {

  private final RingLayout layout;

  public SharedWaitCounter(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public int addOpaque(int index, int delta) {
    return super.addOpaque(index == layout.consumerWaits() ? layout.producerWaits() : index, delta);
  }
}
