package org.sabring.properties.mutant;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer finds the ring full when a slot is still free. */
public final class FullOneEarly extends Spoilt {

  /** READ as it is, where the ring is told otherwise. */
  private int seen;

  public FullOneEarly(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getAcquire(int index) {
    seen = index == layout.read() ? super.getAcquire(index) : seen;
    if (index != layout.read()) {
      return super.getAcquire(index);
    }
    int next = layout.next(RingLayout.cursor(ownWrite()));
    return layout.next(next) == seen ? next : seen;
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    return super.await(index, index == layout.read() ? seen : expected, timeoutNanos);
  }
}
