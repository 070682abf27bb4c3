package org.sabring.jcstress.planted;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** A producer whose time is up stores its element although the ring is full. */
final class TimedPutOverwrites extends WrappedInts {

  /** Whether the producer's time is up. */
  private boolean expired;

  TimedPutOverwrites(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    Awaited awaited = memory.await(index, expected, timeoutNanos);
    if (index == layout.read()) {
      expired = awaited == Awaited.TIMED_OUT;
    }
    return awaited;
  }

  @Override
  public int getAcquire(int index) {
    int word = memory.getAcquire(index);
    if (index != layout.read() || !expired) {
      return word;
    }
    expired = false;
    return isFull(word) ? ownWrite() : word;
  }
}
