package org.sabring.jcstress.planted;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/**
 * The consumer raises a flag before it waits, and the producer notifies only if it sees it. Each
 * stores, and then loads what the other stores: that needs a fence on both sides. The flag is the
 * word behind the ring.
 */
final class WaitingFlag extends WrappedInts {

  private final boolean producerFence;
  private final boolean consumerFence;

  WaitingFlag(SharedInts memory, RingLayout layout, boolean producerFence, boolean consumerFence) {
    super(memory, layout);
    this.producerFence = producerFence;
    this.consumerFence = consumerFence;
  }

  private int flag() {
    return layout.length();
  }

  @Override
  public int notify(int index, int count) {
    if (index != layout.write()) {
      return memory.notify(index, count);
    }
    if (producerFence) {
      memory.fullFence();
    }
    return memory.getOpaque(flag()) == 0 ? 0 : memory.notify(index, count);
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    if (index != layout.write()) {
      return memory.await(index, expected, timeoutNanos);
    }
    memory.setOpaque(flag(), 1);
    if (consumerFence) {
      memory.fullFence();
    }
    try {
      return memory.await(index, expected, timeoutNanos);
    } finally {
      memory.setOpaque(flag(), 0);
    }
  }
}
