package org.sabring.bench;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.sabring.memory.WaitStrategy;
import org.sabring.ring.CachedCursorRing;
import org.sabring.ring.CursorRing;

/** What {@link Handover#spinning} compares. */
public enum SpinningLanes {
  CURSOR(() -> RingLane.spinning(CursorRing.create(Handover.CAPACITY))),
  CACHED_LOCK(() -> cached(WaitStrategy.LOCK)),
  CACHED_FENCE(() -> cached(WaitStrategy.FENCE)),
  CACHED_TIMED(() -> cached(WaitStrategy.TIMED)),
  CACHED_ASYMMETRIC(() -> cached(WaitStrategy.ASYMMETRIC)),
  JCTOOLS_CONSTANT(() -> QueueLane.spinning(new SpscArrayQueue<>(Handover.CAPACITY), false)),
  JCTOOLS_BOXED(() -> QueueLane.spinning(new SpscArrayQueue<>(Handover.CAPACITY), true)),
  AGRONA_BOXED(
      () -> QueueLane.spinning(new OneToOneConcurrentArrayQueue<>(Handover.CAPACITY), true)),
  ARRAY_BLOCKING_QUEUE(
      () -> QueueLane.spinning(new ArrayBlockingQueue<>(Handover.CAPACITY), false));

  @SuppressWarnings("ImmutableEnumChecker") // makes a new one each time
  private final Supplier<Lane> make;

  SpinningLanes(Supplier<Lane> make) {
    this.make = make;
  }

  private static Lane cached(WaitStrategy strategy) {
    return RingLane.spinning(CachedCursorRing.create(Handover.CAPACITY, strategy));
  }

  Lane lane() {
    return make.get();
  }
}
