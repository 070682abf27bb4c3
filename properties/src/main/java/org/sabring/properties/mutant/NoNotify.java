package org.sabring.properties.mutant;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer does not notify after publishing: a consumer that sleeps goes on sleeping. */
public final class NoNotify extends ForwardingInts {

  private final RingLayout layout;

  public NoNotify(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public int notify(int index, int count) {
    boolean publishes = index == layout.write() && !RingLayout.isFlagged(super.getPlain(index));
    return publishes ? 0 : super.notify(index, count);
  }
}
