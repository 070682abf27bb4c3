package org.sabring.properties.mutant;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer fills the slot that should stay empty: full then looks like empty. */
public final class AllSlotsUsed extends ForwardingInts {

  private final RingLayout layout;

  public AllSlotsUsed(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public int getAcquire(int index) {
    int word = super.getAcquire(index);
    boolean looksFull = word == layout.next(super.getPlain(layout.write()));
    return index == layout.read() && looksFull ? layout.next(word) : word;
  }
}
