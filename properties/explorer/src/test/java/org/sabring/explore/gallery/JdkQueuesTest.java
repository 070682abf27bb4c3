package org.sabring.explore.gallery;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.sabring.explore.runtime.Access.Kind;

/** Queues of the JDK, whose classes are copied under another name. */
class JdkQueuesTest extends GalleryTest {

  @Override
  Stream<Specimen> specimens() {
    return Stream.of(polling(), waiting(), linked());
  }

  private static Specimen polling() {
    return Specimen.of(
        "ArrayBlockingQueue(2), offer and poll, 4 + 4",
        Queues.oneToOne(() -> new ArrayBlockingQueue<>(2), 4),
        Queues.fifo(2));
  }

  private static Specimen waiting() {
    return Specimen.of(
            "ArrayBlockingQueue(1), put and take, 3 + 3",
            Queues.waiting(() -> new ArrayBlockingQueue<>(1), 3),
            Queues.fifo(1))
        .edited(
            "that never says it is no longer empty",
            ArrayBlockingQueue.class,
            Edits.withoutCall(ArrayBlockingQueue.class, "enqueue", "signal"))
        .edited(
            "that never says it is no longer full",
            ArrayBlockingQueue.class,
            Edits.withoutCall(ArrayBlockingQueue.class, "dequeue", "signal"));
  }

  private static Specimen linked() {
    return Specimen.of(
            "ConcurrentLinkedQueue, 2 + 1 + 1",
            Queues.manyToOne(ConcurrentLinkedQueue::new, 2, 1),
            Queues.fifo(Integer.MAX_VALUE))
        .small(Queues.oneToOne(ConcurrentLinkedQueue::new, 2))
        .needs(Kind.LOAD, "Node.next")
        .needs(Kind.UPDATE, "Node.next");
  }
}
