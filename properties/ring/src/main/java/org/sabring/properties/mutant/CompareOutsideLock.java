package org.sabring.properties.mutant;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** A side compares before it takes the lock of the waiter list, and not inside. */
public final class CompareOutsideLock extends Spoilt {

  public CompareOutsideLock(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    return getVolatile(index) == expected ? sleep(index, timeoutNanos) : Awaited.NOT_EQUAL;
  }

  private Awaited sleep(int index, long timeoutNanos) throws InterruptedException {
    Awaited awaited = super.await(index, getVolatile(index), timeoutNanos);
    return awaited == Awaited.NOT_EQUAL ? sleep(index, timeoutNanos) : awaited;
  }
}
