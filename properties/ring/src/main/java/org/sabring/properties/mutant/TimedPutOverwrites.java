package org.sabring.properties.mutant;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** A producer whose time is up stores its element although the ring is full. */
public final class TimedPutOverwrites extends Spoilt {

  /** Whether the producer's time is up. */
  private boolean expired;

  public TimedPutOverwrites(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    Awaited awaited = super.await(index, expected, timeoutNanos);
    if (index == layout.read()) {
      expired = awaited == Awaited.TIMED_OUT;
    }
    return awaited;
  }

  @Override
  public int getAcquire(int index) {
    int word = super.getAcquire(index);
    if (index != layout.read() || !expired) {
      return word;
    }
    expired = false;
    return isFull(word) ? ownWrite() : word;
  }
}
