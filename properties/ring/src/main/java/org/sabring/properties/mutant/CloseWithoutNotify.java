package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer closes and notifies nobody. */
public final class CloseWithoutNotify extends ForwardingInts {

  private final RingLayout layout;

  public CloseWithoutNotify(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public int notify(int index, int count) {
    boolean closed = index == layout.write() && isFlagged(super.getPlain(index));
    return closed ? 0 : super.notify(index, count);
  }
}
