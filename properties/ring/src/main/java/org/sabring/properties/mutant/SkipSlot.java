package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The consumer frees two slots at once, and so loses an element. */
public final class SkipSlot extends ForwardingInts {

  private final RingLayout layout;

  public SkipSlot(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public void setRelease(int index, int value) {
    boolean moves = index == layout.read() && !isFlagged(value);
    super.setRelease(index, moves ? layout.next(value) : value);
  }
}
