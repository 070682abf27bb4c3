package org.sabring.properties.mutant;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.properties.trial.Mutation;
import org.sabring.ring.RingLayout;

/**
 * The consumer raises a flag before it waits, and the producer notifies only if it sees it: the
 * handshake of {@code tla/waiting/Handshake.tla}. It needs a fence on both sides: each stores, and
 * then loads what the other stores.
 */
public final class WaitingFlag extends Spoilt {

  private final boolean producerFence;
  private final boolean consumerFence;

  private WaitingFlag(
      SharedInts memory, RingLayout layout, boolean producerFence, boolean consumerFence) {
    super(memory, layout);
    this.producerFence = producerFence;
    this.consumerFence = consumerFence;
  }

  /** The handshake with fences on these sides. */
  public static Mutation of(boolean producerFence, boolean consumerFence) {
    return Mutation.sparing(
        1, (memory, layout) -> new WaitingFlag(memory, layout, producerFence, consumerFence));
  }

  @Override
  public int notify(int index, int count) {
    if (index != layout.write()) {
      return super.notify(index, count);
    }
    if (producerFence) {
      super.fullFence();
    }
    return super.getOpaque(spare()) == 0 ? 0 : super.notify(index, count);
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    if (index != layout.write()) {
      return super.await(index, expected, timeoutNanos);
    }
    super.setOpaque(spare(), 1);
    if (consumerFence) {
      super.fullFence();
    }
    try {
      return super.await(index, expected, timeoutNanos);
    } finally {
      super.setOpaque(spare(), 0);
    }
  }
}
