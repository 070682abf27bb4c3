package org.sabring.explore.gallery;

import java.util.stream.Stream;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.sabring.explore.runtime.Access.Kind;

/** The queues of Agrona. */
class AgronaTest extends GalleryTest {

  @Override
  Stream<Specimen> specimens() {
    return Stream.of(oneToOne(), manyToOne());
  }

  private static Specimen oneToOne() {
    return Specimen.of(
            "OneToOneConcurrentArrayQueue(2), 4 + 4",
            Queues.oneToOne(() -> new OneToOneConcurrentArrayQueue<>(2), 4),
            Queues.fifo(2))
        .needs(Kind.STORE, "OneToOneConcurrentArrayQueue.buffer[]")
        .needs(Kind.LOAD, "OneToOneConcurrentArrayQueue.buffer[]")
        .needs(Kind.STORE, "AbstractConcurrentArrayQueueConsumer.head")
        .needs(Kind.LOAD, "AbstractConcurrentArrayQueueConsumer.head");
  }

  private static Specimen manyToOne() {
    return Specimen.of(
            "ManyToOneConcurrentArrayQueue(2), 2 + 1 + 2",
            Queues.manyToOne(() -> new ManyToOneConcurrentArrayQueue<>(2), 2, 2),
            Queues.relaxedFifo(2))
        .needs(Kind.STORE, "ManyToOneConcurrentArrayQueue.buffer[]")
        .needs(Kind.LOAD, "ManyToOneConcurrentArrayQueue.buffer[]")
        .needs(Kind.STORE, "AbstractConcurrentArrayQueueConsumer.head");
  }
}
