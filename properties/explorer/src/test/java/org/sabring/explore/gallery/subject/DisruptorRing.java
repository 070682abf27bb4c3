package org.sabring.explore.gallery.subject;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.WaitStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The Disruptor's ring between publishers and one consumer, who asks its barrier or waits there.
 */
public final class DisruptorRing {

  private static final class Event {
    int value;
  }

  private final RingBuffer<Event> ring;
  private final SequenceBarrier barrier;
  private final Sequence consumed = new Sequence();

  /** For one publisher. */
  public DisruptorRing(int capacity, WaitStrategy waiting) {
    this(RingBuffer.createSingleProducer(Event::new, capacity, waiting));
  }

  private DisruptorRing(RingBuffer<Event> ring) {
    this.ring = ring;
    barrier = ring.newBarrier();
    ring.addGatingSequences(consumed);
  }

  /** For any number of publishers. */
  public static DisruptorRing ofManyProducers(int capacity, WaitStrategy waiting) {
    return new DisruptorRing(RingBuffer.createMultiProducer(Event::new, capacity, waiting));
  }

  /** A publisher's; whether there was room. */
  public boolean offer(int value) {
    try {
      publish(ring.tryNext(), value);
      return true;
    } catch (InsufficientCapacityException e) {
      return false;
    }
  }

  /** A publisher's, who waits for room. */
  public void put(int value) {
    publish(ring.next(), value);
  }

  private void publish(long sequence, int value) {
    ring.get(sequence).value = value;
    ring.publish(sequence);
  }

  /** The consumer's alone; null if there is none. For one publisher. */
  public @Nullable Integer poll() {
    long next = consumed.get() + 1;
    return barrier.getCursor() < next ? null : consume(next);
  }

  /** The consumer's alone, who waits by the strategy. */
  public int take() throws Exception {
    long next = consumed.get() + 1;
    while (barrier.waitFor(next) < next) {
      // claimed by one publisher, and not yet by the one before it
    }
    return consume(next);
  }

  /** The same; null when the strategy says that it took too long. */
  public @Nullable Integer takeInTime() throws Exception {
    try {
      return take();
    } catch (TimeoutException e) {
      return null;
    }
  }

  private int consume(long next) {
    int value = ring.get(next).value;
    consumed.set(next);
    return value;
  }
}
