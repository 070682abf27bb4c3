package org.sabring.properties.mutant;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** PRODUCED is counted after publishing, and the consumer may be faster. */
public final class CountAfterPublish extends ForwardingInts {

  private final RingLayout layout;

  /** Used by the producer's thread alone. */
  private int uncounted;

  public CountAfterPublish(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public int addOpaque(int index, int delta) {
    if (index != layout.produced()) {
      return super.addOpaque(index, delta);
    }
    uncounted = delta;
    return super.getOpaque(index);
  }

  @Override
  public void setRelease(int index, int value) {
    super.setRelease(index, value);
    if (index == layout.write() && uncounted != 0) {
      Dawdle.aMoment();
      super.addOpaque(layout.produced(), uncounted);
      uncounted = 0;
    }
  }
}
