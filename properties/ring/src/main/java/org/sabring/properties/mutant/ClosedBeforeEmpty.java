package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The consumer asks whether it is closed before it asks whether it is empty. */
public final class ClosedBeforeEmpty extends ForwardingInts {

  private final RingLayout layout;

  public ClosedBeforeEmpty(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public int getAcquire(int index) {
    int word = super.getAcquire(index);
    boolean closed = index == layout.write() && isFlagged(word);
    return closed ? super.getPlain(layout.read()) | RingLayout.FLAG : word;
  }
}
