package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The consumer cancels and notifies nobody. */
public final class CancelWithoutNotify extends ForwardingInts {

  private final RingLayout layout;

  public CancelWithoutNotify(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public int notify(int index, int count) {
    boolean cancelled = index == layout.read() && isFlagged(super.getPlain(index));
    return cancelled ? 0 : super.notify(index, count);
  }
}
