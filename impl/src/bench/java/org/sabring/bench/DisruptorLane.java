package org.sabring.bench;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.WaitStrategy;

/** A disruptor with one producer and one consumer, which polls its barrier itself. */
final class DisruptorLane implements Lane {

  private static final class Slot {
    int value;
  }

  private final RingBuffer<Slot> ring;
  private final SequenceBarrier barrier;
  private final Sequence consumed = new Sequence();

  DisruptorLane(WaitStrategy strategy) {
    ring = RingBuffer.createSingleProducer(Slot::new, Handover.CAPACITY, strategy);
    barrier = ring.newBarrier();
    ring.addGatingSequences(consumed);
  }

  @Override
  public void produce(int elements) {
    for (int i = 0; i < elements; i++) {
      long next = ring.next();
      ring.get(next).value = i;
      ring.publish(next);
    }
  }

  @Override
  public int consume(int elements) throws InterruptedException {
    int sum = 0;
    long next = 0;
    try {
      while (next < elements) {
        long available = barrier.waitFor(next);
        while (next <= available) {
          sum += ring.get(next).value;
          next++;
        }
        consumed.set(available);
      }
    } catch (AlertException | TimeoutException e) { // nobody alerts, and no time is set
      throw new IllegalStateException(e);
    }
    return sum;
  }
}
