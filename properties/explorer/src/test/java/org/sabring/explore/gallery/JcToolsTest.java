package org.sabring.explore.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.MpscArrayQueue;
import org.jctools.queues.SpscArrayQueue;
import org.jctools.queues.SpscLinkedQueue;
import org.junit.jupiter.api.Test;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Access.Kind;

/** The queues of JCTools, which use Unsafe. */
class JcToolsTest extends GalleryTest {

  @Override
  Stream<Specimen> specimens() {
    return Stream.of(spsc(), spscLinked(), mpsc(), mpmc());
  }

  @Test
  void eightOffersAndEightPollsAreExhaustedUnderReleaseAcquire() throws InterruptedException {
    Exploration explored =
        Specimen.of(
                "SpscArrayQueue(4), 8 + 8",
                Queues.oneToOne(() -> new SpscArrayQueue<>(4), 8),
                Queues.fifo(4))
            .explored(MemoryModel.RA);

    assertThat(explored.findings()).isEmpty();
    assertThat(explored.status()).isEqualTo(Status.PASS);
  }

  private static Specimen spsc() {
    return Specimen.of(
            "SpscArrayQueue(4), 5 + 5",
            Queues.oneToOne(() -> new SpscArrayQueue<>(4), 5),
            Queues.fifo(4))
        .small(Queues.oneToOne(() -> new SpscArrayQueue<>(4), 2))
        .needs(Kind.STORE, "SpscArrayQueue.buffer[]")
        .needs(Kind.LOAD, "SpscArrayQueue.buffer[]");
  }

  private static Specimen spscLinked() {
    return Specimen.of(
            "SpscLinkedQueue, 3 + 3",
            Queues.oneToOne(SpscLinkedQueue::new, 3),
            Queues.fifo(Integer.MAX_VALUE))
        .small(Queues.oneToOne(SpscLinkedQueue::new, 2))
        .needs(Kind.STORE, "LinkedQueueNode.next")
        .needs(Kind.LOAD, "LinkedQueueNode.next");
  }

  private static Specimen mpsc() {
    return Specimen.of(
            "MpscArrayQueue(2), 2 + 1 + 2",
            Queues.manyToOne(() -> new MpscArrayQueue<>(2), 2, 2),
            Queues.fifo(2))
        .needs(Kind.STORE, "MpscArrayQueue.buffer[]")
        .needs(Kind.LOAD, "MpscArrayQueue.buffer[]")
        .needs(Kind.STORE, "MpscArrayQueueConsumerIndexField.consumerIndex");
  }

  private static Specimen mpmc() {
    return Specimen.of(
            "MpmcArrayQueue(2), 1 + 1 + 1 + 1",
            Queues.manyToMany(() -> new MpmcArrayQueue<>(2)),
            Queues.fifo(2))
        .small(Queues.oneToOne(() -> new MpmcArrayQueue<>(2), 2))
        .needs(Kind.STORE, "MpmcArrayQueue.sequenceBuffer[]")
        .needs(Kind.LOAD, "MpmcArrayQueue.sequenceBuffer[]");
  }
}
