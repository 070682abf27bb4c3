package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The consumer compares the cursors by size: once WRITE has wrapped the ring looks empty. */
public final class EmptyByCompare extends Spoilt {

  /** WRITE as it is, where the ring is told otherwise. */
  private int seen;

  public EmptyByCompare(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getAcquire(int index) {
    if (index != layout.write()) {
      return super.getAcquire(index);
    }
    seen = super.getAcquire(index);
    int own = ownRead();
    boolean behind = RingLayout.cursor(seen) < own && !isFlagged(own);
    return behind ? own | (seen & RingLayout.FLAG) : seen;
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    return super.await(index, index == layout.write() ? seen : expected, timeoutNanos);
  }
}
