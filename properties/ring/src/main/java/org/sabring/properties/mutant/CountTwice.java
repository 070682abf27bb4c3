package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** PRODUCED is counted before publishing and once more afterwards. */
public final class CountTwice extends ForwardingInts {

  private final RingLayout layout;

  public CountTwice(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public void setRelease(int index, int value) {
    super.setRelease(index, value);
    if (index == layout.write() && !isFlagged(value)) {
      super.addOpaque(layout.produced(), 1);
    }
  }
}
