package org.sabring.bench;

import java.util.function.IntFunction;
import org.jctools.queues.SpscArrayQueue;
import org.sabring.ring.CachedCursorRing;
import org.sabring.ring.CursorRing;

/** What {@link Handover#batches} compares. */
public enum BatchLanes {
  CURSOR(batch -> RingLane.batches(CursorRing.create(Handover.CAPACITY), batch)),
  CACHED(batch -> RingLane.batches(CachedCursorRing.create(Handover.CAPACITY), batch)),
  JCTOOLS_CONSTANT(batch -> QueueLane.batches(new SpscArrayQueue<>(Handover.CAPACITY), batch));

  @SuppressWarnings("ImmutableEnumChecker") // makes a new one each time
  private final IntFunction<Lane> make;

  BatchLanes(IntFunction<Lane> make) {
    this.make = make;
  }

  Lane lane(int batch) {
    return make.apply(batch);
  }
}
