package org.sabring.properties.mutant;

import org.sabring.memory.Awaited;
import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** A side waits although the word has changed since it decided to. */
public final class WaitWithoutCompare extends ForwardingInts {

  public WaitWithoutCompare(SharedInts memory, RingLayout layout) {
    super(memory);
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    Awaited awaited = super.await(index, expected, timeoutNanos);
    return awaited == Awaited.NOT_EQUAL ? await(index, getVolatile(index), timeoutNanos) : awaited;
  }
}
