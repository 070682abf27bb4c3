package org.sabring.properties.mutant;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer publishes its cursor before it has written the slot. */
public final class PublishBeforeWrite extends ForwardingInts {

  private final RingLayout layout;

  /** What is to be written, and where; no slot if nothing. Used by the producer's thread alone. */
  private int element;

  private int slot;

  public PublishBeforeWrite(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public void setPlain(int index, int value) {
    slot = index;
    element = value;
  }

  @Override
  public void setRelease(int index, int value) {
    super.setRelease(index, value);
    if (index == layout.write() && slot >= layout.data()) {
      Dawdle.aMoment();
      super.setPlain(slot, element);
      slot = 0;
    }
  }
}
