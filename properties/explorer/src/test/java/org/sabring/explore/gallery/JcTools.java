package org.sabring.explore.gallery;

import java.util.List;
import java.util.stream.Stream;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.MpmcUnboundedXaddArrayQueue;
import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.MpscBlockingConsumerArrayQueue;
import org.jctools.queues.MpscChunkedArrayQueue;
import org.jctools.queues.MpscLinkedQueue;
import org.jctools.queues.MpscUnboundedArrayQueue;
import org.jctools.queues.SpmcArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.jctools.queues.SpscLinkedQueue;
import org.jctools.queues.SpscUnboundedArrayQueue;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jctools.queues.atomic.SpscAtomicArrayQueue;
import org.sabring.explore.Operation;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Sharing;
import org.sabring.explore.monitor.MethodCall;
import org.sabring.explore.runtime.Access.Kind;

/** The queues of JCTools, which use Unsafe, and those that use field updaters. */
final class JcTools {

  private JcTools() {}

  static List<Specimen> specimens() {
    return List.of(
        spscArray(),
        spscLinked(),
        spscUnbounded(),
        spscAtomic(),
        spmcArray(),
        mpscArray(),
        mpscAtomic(),
        mpscLinked(),
        mpscUnbounded(),
        mpscChunked(),
        mpscBlocking(),
        mpmcArray(),
        mpmcXadd());
  }

  private static Specimen spscArray() {
    return Specimen.of(
            "SpscArrayQueue(4)",
            SpscArrayQueue.class,
            Queues.fifo(4),
            Queues.oneToOne(() -> new SpscArrayQueue<>(4), 2))
        .large(Queues.oneToOne(() -> new SpscArrayQueue<>(4), 8))
        .needs(Kind.STORE, "SpscArrayQueue.buffer[]")
        .needs(Kind.LOAD, "SpscArrayQueue.buffer[]");
  }

  private static Specimen spscLinked() {
    return Specimen.of(
            "SpscLinkedQueue",
            SpscLinkedQueue.class,
            Queues.fifo(),
            Queues.oneToOne(SpscLinkedQueue::new, 2))
        .large(Queues.oneToOne(SpscLinkedQueue::new, 6))
        .needs(Kind.STORE, "LinkedQueueNode.next")
        .needs(Kind.LOAD, "LinkedQueueNode.next");
  }

  /** Its chunks are of 8 at least, so that it takes 8 offers to link one. */
  private static Specimen spscUnbounded() {
    return Specimen.of(
            "SpscUnboundedArrayQueue(8)",
            SpscUnboundedArrayQueue.class,
            Queues.fifo(),
            Queues.oneToOne(() -> new SpscUnboundedArrayQueue<>(8), 2))
        .large(Queues.oneToOne(() -> new SpscUnboundedArrayQueue<>(8), 10))
        .needs(Kind.STORE, "SpscUnboundedArrayQueue.producerBuffer[]")
        .needs(Kind.LOAD, "SpscUnboundedArrayQueue.producerBuffer[]");
  }

  private static Specimen spscAtomic() {
    return Specimen.of(
            "SpscAtomicArrayQueue(4)",
            SpscAtomicArrayQueue.class,
            Queues.fifo(4),
            Queues.oneToOne(() -> new SpscAtomicArrayQueue<>(4), 3))
        .large(Queues.oneToOne(() -> new SpscAtomicArrayQueue<>(4), 7))
        .needs(Kind.STORE, "AtomicReferenceArray.array[]")
        .needs(Kind.LOAD, "AtomicReferenceArray.array[]");
  }

  private static Specimen spmcArray() {
    return Specimen.of(
            "SpmcArrayQueue(2)",
            SpmcArrayQueue.class,
            Queues.fifo(2),
            Queues.oneToMany(() -> new SpmcArrayQueue<>(2), 2, 1))
        .large(Queues.oneToMany(() -> new SpmcArrayQueue<>(2), 3, 2))
        .needs(Kind.STORE, "SpmcArrayQueueProducerIndexField.producerIndex")
        .needs(Kind.LOAD, "SpmcArrayQueueProducerIndexField.producerIndex")
        .needs(Kind.STORE, "SpmcArrayQueueProducerIndexCacheField.producerIndexCache")
        .needs(Kind.LOAD, "SpmcArrayQueueProducerIndexCacheField.producerIndexCache");
  }

  private static Specimen mpscArray() {
    return Specimen.of(
            "MpscArrayQueue(2)",
            MpscArrayQueue.class,
            Queues.fifo(2),
            Queues.manyToOne(() -> new MpscArrayQueue<>(2), 2, 2))
        .large(Queues.manyToOne(() -> new MpscArrayQueue<>(2), 3, 3))
        .needs(Kind.STORE, "MpscArrayQueue.buffer[]")
        .needs(Kind.LOAD, "MpscArrayQueue.buffer[]")
        .needs(Kind.STORE, "MpscArrayQueueConsumerIndexField.consumerIndex");
  }

  private static Specimen mpscAtomic() {
    return Specimen.of(
            "MpscAtomicArrayQueue(2)",
            MpscAtomicArrayQueue.class,
            Queues.fifo(2),
            Queues.manyToOne(() -> new MpscAtomicArrayQueue<>(2), 1, 2))
        .large(Queues.manyToOne(() -> new MpscAtomicArrayQueue<>(2), 3, 3))
        .needs(Kind.STORE, "AtomicReferenceArray.array[]")
        .needs(Kind.LOAD, "AtomicReferenceArray.array[]");
  }

  private static Specimen mpscLinked() {
    return Specimen.of(
            "MpscLinkedQueue",
            MpscLinkedQueue.class,
            Queues.fifo(),
            Queues.manyToOne(MpscLinkedQueue::new, 1, 2))
        .large(Queues.manyToOne(MpscLinkedQueue::new, 3, 2))
        .needs(Kind.STORE, "LinkedQueueNode.next")
        .needs(Kind.LOAD, "LinkedQueueNode.next");
  }

  private static Specimen mpscUnbounded() {
    return Specimen.of(
            "MpscUnboundedArrayQueue(2)",
            MpscUnboundedArrayQueue.class,
            Queues.fifo(),
            Queues.oneToOne(() -> new MpscUnboundedArrayQueue<>(2), 3))
        .large(Queues.manyToOne(() -> new MpscUnboundedArrayQueue<>(2), 2, 2))
        .tolerating(
            "a producer looks at them while another resizes, and then fails to claim a slot",
            "BaseMpscLinkedArrayQueueColdProducerFields.producerMask",
            "BaseMpscLinkedArrayQueueColdProducerFields.producerBuffer")
        .needs(Kind.STORE, "MpscUnboundedArrayQueue.producerBuffer[]")
        .needs(Kind.LOAD, "MpscUnboundedArrayQueue.producerBuffer[]")
        .needs(Kind.STORE, "BaseMpscLinkedArrayQueueConsumerFields.consumerIndex");
  }

  private static Specimen mpscChunked() {
    return Specimen.of(
            "MpscChunkedArrayQueue(2, 4)",
            MpscChunkedArrayQueue.class,
            Queues.fifo(4),
            Queues.oneToOne(() -> new MpscChunkedArrayQueue<>(2, 4), 3))
        .large(Queues.manyToOne(() -> new MpscChunkedArrayQueue<>(2, 4), 2, 1))
        .tolerating(
            "a producer looks at them while another resizes, and then fails to claim a slot",
            "BaseMpscLinkedArrayQueueColdProducerFields.producerMask",
            "BaseMpscLinkedArrayQueueColdProducerFields.producerBuffer")
        .needs(Kind.STORE, "MpscChunkedArrayQueue.producerBuffer[]")
        .needs(Kind.LOAD, "MpscChunkedArrayQueue.producerBuffer[]")
        .needs(Kind.STORE, "BaseMpscLinkedArrayQueueConsumerFields.consumerIndex");
  }

  private static Specimen mpscBlocking() {
    return Specimen.of(
            "MpscBlockingConsumerArrayQueue(2)",
            MpscBlockingConsumerArrayQueue.class,
            Queues.fifo(2),
            blocking(1))
        .large(blocking(2))
        .needs(Kind.STORE, "MpscBlockingConsumerArrayQueue.producerBuffer[]")
        .needs(Kind.UPDATE, "MpscBlockingConsumerArrayQueueProducerFields.producerIndex")
        .needsCall(MpscBlockingConsumerArrayQueue.class, "offerAndWakeup", "unpark");
  }

  /** The consumer is parked while there is nothing. */
  private static Sharing<MpscBlockingConsumerArrayQueue<Box>> blocking(int offers) {
    Operation<MpscBlockingConsumerArrayQueue<Box>> take =
        Operation.of(MethodCall.of("take"), queue -> queue.take().value());
    return Program.sharing(() -> new MpscBlockingConsumerArrayQueue<Box>(2))
        .side('P', Queues.offers(11, offers))
        .side('Q', Queues.offers(21, 1))
        .side('C', Stream.generate(() -> take).limit(offers).toList());
  }

  private static Specimen mpmcArray() {
    return Specimen.of(
            "MpmcArrayQueue(2)",
            MpmcArrayQueue.class,
            Queues.fifo(2),
            Queues.oneToOne(() -> new MpmcArrayQueue<>(2), 2))
        .large(Queues.manyToMany(() -> new MpmcArrayQueue<>(2), 1, 1))
        .needs(Kind.STORE, "MpmcArrayQueue.sequenceBuffer[]")
        .needs(Kind.LOAD, "MpmcArrayQueue.sequenceBuffer[]");
  }

  private static Specimen mpmcXadd() {
    return Specimen.of(
            "MpmcUnboundedXaddArrayQueue(2)",
            MpmcUnboundedXaddArrayQueue.class,
            Queues.fifo(),
            Queues.oneToOne(() -> new MpmcUnboundedXaddArrayQueue<>(2), 3))
        .large(Queues.manyToMany(() -> new MpmcUnboundedXaddArrayQueue<>(2), 1, 1))
        .needs(Kind.STORE, "MpmcUnboundedXaddChunk.sequence[]")
        .needs(Kind.LOAD, "MpmcUnboundedXaddChunk.sequence[]")
        .needs(Kind.STORE, "MpUnboundedXaddArrayQueueProducerChunk.producerChunk");
  }
}
