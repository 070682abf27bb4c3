package org.sabring.properties.mutant;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** A notification wakes one waiter, not all. */
public final class NotifyOne extends Spoilt {

  public NotifyOne(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int notify(int index, int count) {
    return super.notify(index, 1);
  }
}
