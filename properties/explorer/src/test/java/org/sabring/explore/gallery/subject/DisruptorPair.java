package org.sabring.explore.gallery.subject;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import org.jspecify.annotations.Nullable;

/** The Disruptor's ring between one publisher and one that asks its barrier and does not wait. */
public final class DisruptorPair {

  private static final class Event {
    int value;
  }

  private final RingBuffer<Event> ring;
  private final SequenceBarrier barrier;
  private final Sequence consumed = new Sequence();

  public DisruptorPair(int capacity) {
    ring = RingBuffer.createSingleProducer(Event::new, capacity, new BusySpinWaitStrategy());
    barrier = ring.newBarrier();
    ring.addGatingSequences(consumed);
  }

  /** The publisher's alone; whether there was room. */
  public boolean offer(int value) {
    long sequence;
    try {
      sequence = ring.tryNext();
    } catch (InsufficientCapacityException e) {
      return false;
    }
    ring.get(sequence).value = value;
    ring.publish(sequence);
    return true;
  }

  /** The consumer's alone; null if there is none. */
  public @Nullable Integer poll() {
    long next = consumed.get() + 1;
    if (barrier.getCursor() < next) {
      return null;
    }
    int value = ring.get(next).value;
    consumed.set(next);
    return value;
  }
}
