package org.sabring.jcstress;

import org.sabring.memory.SharedInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;
import org.sabring.spec.Side;

/**
 * A ring as the race wants it, and its two sides, each of which attaches to the memory by itself:
 * the state of every test. What the sides call stands in {@code races.json}.
 */
abstract class Scene {

  private final Performer producer;
  private final Performer consumer;

  Scene() {
    Cast cast = Cast.of(getClass());
    RingLayout layout = cast.layout;
    SharedInts memory = Memories.zeroes(layout.length() + 1);
    CursorRing ring = CursorRing.create(new WatchedInts(memory, layout.length()), layout);
    for (int n = 0; n < cast.program.lap(); n++) {
      ring.producer().offer(0);
      ring.consumer().poll();
    }
    for (int element : cast.program.stored()) {
      ring.producer().offer(element);
    }
    producer = new Performer(cast, Side.PRODUCER, memory);
    consumer = new Performer(cast, Side.CONSUMER, memory);
  }

  /** Makes the producer's calls; what it was answered. */
  final Object produce() {
    return producer.perform();
  }

  /** Makes the consumer's calls; what it was answered. */
  final Object consume() {
    return consumer.perform();
  }
}
