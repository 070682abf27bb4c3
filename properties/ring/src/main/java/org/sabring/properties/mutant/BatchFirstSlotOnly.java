package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer publishes after every second element, and only one slot. */
public final class BatchFirstSlotOnly extends Spoilt {

  /** The cursor as the producer knows it, and whether the first of two is stored. */
  private int own;

  private boolean second;

  public BatchFirstSlotOnly(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getPlain(int index) {
    return index == layout.write() ? own : super.getPlain(index);
  }

  @Override
  public void setRelease(int index, int value) {
    if (index != layout.write() || isFlagged(value)) {
      super.setRelease(index, value);
      return;
    }
    if (second) {
      super.setRelease(index, own);
    }
    second = !second;
    own = value;
  }
}
