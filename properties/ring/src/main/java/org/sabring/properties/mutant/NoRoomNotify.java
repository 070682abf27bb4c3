package org.sabring.properties.mutant;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The consumer does not notify after publishing: a producer that sleeps goes on sleeping. */
public final class NoRoomNotify extends ForwardingInts {

  private final RingLayout layout;

  public NoRoomNotify(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public int notify(int index, int count) {
    return index == layout.read() ? 0 : super.notify(index, count);
  }
}
