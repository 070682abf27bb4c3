package org.sabring.bench;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.LiteBlockingWaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.sabring.memory.WaitStrategy;
import org.sabring.ring.CachedCursorRing;
import org.sabring.ring.CursorRing;

/** What {@link Handover#blocking} compares. */
public enum BlockingLanes {
  CURSOR(() -> RingLane.blocking(CursorRing.create(Handover.CAPACITY))),
  CACHED_LOCK(() -> cached(WaitStrategy.LOCK)),
  CACHED_FENCE(() -> cached(WaitStrategy.FENCE)),
  CACHED_TIMED(() -> cached(WaitStrategy.TIMED)),
  CACHED_ASYMMETRIC(() -> cached(WaitStrategy.ASYMMETRIC)),
  CACHED_SPIN(() -> cached(WaitStrategy.SPIN)),
  CACHED_YIELD(() -> cached(WaitStrategy.YIELD)),
  ARRAY_BLOCKING_QUEUE(() -> QueueLane.blocking(new ArrayBlockingQueue<>(Handover.CAPACITY))),
  LINKED_BLOCKING_QUEUE(() -> QueueLane.blocking(new LinkedBlockingQueue<>(Handover.CAPACITY))),
  DISRUPTOR_BLOCKING(() -> new DisruptorLane(new BlockingWaitStrategy())),
  DISRUPTOR_LITE_BLOCKING(() -> new DisruptorLane(new LiteBlockingWaitStrategy())),
  DISRUPTOR_YIELDING(() -> new DisruptorLane(new YieldingWaitStrategy()));

  @SuppressWarnings("ImmutableEnumChecker") // makes a new one each time
  private final Supplier<Lane> make;

  BlockingLanes(Supplier<Lane> make) {
    this.make = make;
  }

  private static Lane cached(WaitStrategy strategy) {
    return RingLane.blocking(CachedCursorRing.create(Handover.CAPACITY, strategy));
  }

  Lane lane() {
    return make.get();
  }
}
