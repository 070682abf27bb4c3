package org.sabring.explore.gallery;

import java.util.List;
import org.agrona.concurrent.ManyToManyConcurrentArrayQueue;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.agrona.concurrent.ManyToOneConcurrentLinkedQueue;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.sabring.explore.runtime.Access.Kind;

/** The queues of Agrona. */
final class Agrona {

  private Agrona() {}

  static List<Specimen> specimens() {
    return List.of(oneToOne(), manyToOne(), manyToOneLinked(), manyToMany());
  }

  private static Specimen oneToOne() {
    return Specimen.of(
            "OneToOneConcurrentArrayQueue(2)",
            OneToOneConcurrentArrayQueue.class,
            Queues.fifo(2),
            Queues.oneToOne(() -> new OneToOneConcurrentArrayQueue<>(2), 4))
        .large(Queues.oneToOne(() -> new OneToOneConcurrentArrayQueue<>(2), 8))
        .needs(Kind.STORE, "OneToOneConcurrentArrayQueue.buffer[]")
        .needs(Kind.LOAD, "OneToOneConcurrentArrayQueue.buffer[]")
        .needs(Kind.STORE, "AbstractConcurrentArrayQueueConsumer.head")
        .needs(Kind.LOAD, "AbstractConcurrentArrayQueueConsumer.head");
  }

  private static Specimen manyToOne() {
    return Specimen.of(
            "ManyToOneConcurrentArrayQueue(2)",
            ManyToOneConcurrentArrayQueue.class,
            Queues.relaxedFifo(2),
            Queues.manyToOne(() -> new ManyToOneConcurrentArrayQueue<>(2), 2, 2))
        .large(Queues.manyToOne(() -> new ManyToOneConcurrentArrayQueue<>(2), 3, 3))
        .needs(Kind.STORE, "ManyToOneConcurrentArrayQueue.buffer[]")
        .needs(Kind.LOAD, "ManyToOneConcurrentArrayQueue.buffer[]")
        .needs(Kind.STORE, "AbstractConcurrentArrayQueueConsumer.head");
  }

  private static Specimen manyToOneLinked() {
    return Specimen.of(
            "ManyToOneConcurrentLinkedQueue",
            ManyToOneConcurrentLinkedQueue.class,
            Queues.relaxedFifo(Integer.MAX_VALUE),
            Queues.manyToOne(ManyToOneConcurrentLinkedQueue::new, 1, 2))
        .large(Queues.manyToOne(ManyToOneConcurrentLinkedQueue::new, 3, 2))
        .needs(Kind.STORE, "Node.next")
        .needs(Kind.LOAD, "Node.next")
        .needs(Kind.UPDATE, "ManyToOneConcurrentLinkedQueueTail.tail");
  }

  private static Specimen manyToMany() {
    return Specimen.of(
            "ManyToManyConcurrentArrayQueue(2)",
            ManyToManyConcurrentArrayQueue.class,
            Queues.relaxedFifo(2),
            Queues.oneToOne(() -> new ManyToManyConcurrentArrayQueue<>(2), 3))
        .large(Queues.manyToMany(() -> new ManyToManyConcurrentArrayQueue<>(2), 2, 1))
        .needs(Kind.STORE, "ManyToManyConcurrentArrayQueue.sequences[]")
        .needs(Kind.LOAD, "ManyToManyConcurrentArrayQueue.sequences[]");
  }
}
