package org.sabring.explore.gallery;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import org.sabring.explore.runtime.Access.Kind;

/** Queues of the JDK, whose classes are copied under another name. */
final class JdkQueues {

  private JdkQueues() {}

  static List<Specimen> specimens() {
    return List.of(
        arrayBlocking(),
        linkedBlocking(),
        linkedBlockingDeque(),
        synchronous(),
        transfer(),
        linkedQueue(),
        linkedDeque());
  }

  private static Specimen arrayBlocking() {
    return Specimen.of(
            "ArrayBlockingQueue(1)",
            ArrayBlockingQueue.class,
            Queues.fifo(1),
            Queues.waiting(() -> new ArrayBlockingQueue<>(1), 3))
        .large(Queues.waitingOfTwo(() -> new ArrayBlockingQueue<>(1), 14))
        .needsCall(ArrayBlockingQueue.class, "enqueue", "signal")
        .needsCall(ArrayBlockingQueue.class, "dequeue", "signal");
  }

  private static Specimen linkedBlocking() {
    return Specimen.of(
            "LinkedBlockingQueue(1)",
            LinkedBlockingQueue.class,
            Queues.fifo(1),
            Queues.waiting(() -> new LinkedBlockingQueue<>(1), 2))
        .large(Queues.waitingOfTwo(() -> new LinkedBlockingQueue<>(1), 5))
        .needs(Kind.UPDATE, "AtomicInteger.value")
        .needsCall(LinkedBlockingQueue.class, "signalNotEmpty", "signal")
        .needsCall(LinkedBlockingQueue.class, "signalNotFull", "signal");
  }

  private static Specimen linkedBlockingDeque() {
    return Specimen.of(
            "LinkedBlockingDeque(1)",
            LinkedBlockingDeque.class,
            Queues.fifo(1),
            Queues.waiting(() -> new LinkedBlockingDeque<>(1), 3))
        .large(Queues.waitingOfTwo(() -> new LinkedBlockingDeque<>(1), 14))
        .needsCall(LinkedBlockingDeque.class, "linkLast", "signal")
        .needsCall(LinkedBlockingDeque.class, "unlinkFirst", "signal");
  }

  private static Specimen synchronous() {
    return Specimen.of(
            "SynchronousQueue",
            SynchronousQueue.class,
            Queues.fifo(1),
            Queues.waiting(SynchronousQueue::new, 1))
        .large(Queues.waiting(SynchronousQueue::new, 3))
        .needs(Kind.UPDATE, "SNode.match")
        .needs(Kind.UPDATE, "TransferStack.head")
        .needs(Kind.STORE, "SNode.waiter", Specimen.WEAK)
        .needsCall(
            "java.util.concurrent.SynchronousQueue$TransferStack$SNode", "tryMatch", "unpark");
  }

  private static Specimen transfer() {
    return Specimen.of(
            "LinkedTransferQueue",
            LinkedTransferQueue.class,
            Queues.fifo(),
            Queues.waiting(LinkedTransferQueue::new, 1))
        .large(Queues.waiting(LinkedTransferQueue::new, 2))
        .tolerating(
            "a node that has its partner forgets element and thread while others may look at it",
            "Node.item",
            "Node.waiter")
        .needs(Kind.UPDATE, "Node.item")
        .needs(Kind.UPDATE, "Node.next")
        .needs(Kind.STORE, "Node.waiter", Specimen.WEAK)
        .needsCall("java.util.concurrent.LinkedTransferQueue$Node", "tryMatch", "unpark");
  }

  private static Specimen linkedQueue() {
    return Specimen.of(
            "ConcurrentLinkedQueue",
            ConcurrentLinkedQueue.class,
            Queues.fifo(),
            Queues.oneToOne(ConcurrentLinkedQueue::new, 2))
        .large(Queues.manyToOne(ConcurrentLinkedQueue::new, 2, 2))
        .needs(Kind.LOAD, "Node.next")
        .needs(Kind.UPDATE, "Node.next");
  }

  private static Specimen linkedDeque() {
    return Specimen.of(
            "ConcurrentLinkedDeque",
            ConcurrentLinkedDeque.class,
            Queues.fifo(),
            Queues.oneToOne(ConcurrentLinkedDeque::new, 2))
        .large(Queues.manyToOne(ConcurrentLinkedDeque::new, 2, 2))
        .needs(Kind.LOAD, "Node.next")
        .needs(Kind.UPDATE, "Node.next");
  }
}
