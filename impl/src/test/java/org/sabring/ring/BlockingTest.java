package org.sabring.ring;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.Memory;
import org.sabring.Side;
import org.sabring.memory.SharedInts;

/** One side blocks, and what ends that. Two threads, on every memory. */
@Timeout(60)
class BlockingTest {

  private static final long SHORT = MILLISECONDS.toNanos(20);

  private final RingLayout layout = RingLayout.compact(2);

  @ParameterizedTest
  @EnumSource
  void required_RB301_anElementWakesAWaitingConsumer(Memory kind) throws Exception {
    CursorRing ring = empty(kind);
    Side<Taken> consumer = waitingTake(ring);
    ring.producer().offer(7);
    assertThat(consumer.answer()).isEqualTo(Taken.ELEMENT);
    assertThat(ring.consumer().element()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void required_RB301_roomWakesAWaitingProducer(Memory kind) throws Exception {
    CursorRing ring = full(kind);
    Side<Offered> producer = waitingPut(ring);
    assertThat(ring.consumer().poll()).isEqualTo(Taken.ELEMENT);
    assertThat(producer.answer()).isEqualTo(Offered.STORED);
    assertThat(ring.consumer().poll()).isEqualTo(Taken.ELEMENT);
    assertThat(ring.consumer().element()).isEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource
  void required_RB501_closeWakesAWaitingConsumer(Memory kind) throws Exception {
    CursorRing ring = empty(kind);
    Side<Taken> consumer = waitingTake(ring);
    ring.producer().close();
    assertThat(consumer.answer()).isEqualTo(Taken.END);
  }

  @ParameterizedTest
  @EnumSource
  void required_RB503_cancelWakesAWaitingProducer(Memory kind) throws Exception {
    CursorRing ring = full(kind);
    Side<Offered> producer = waitingPut(ring);
    ring.consumer().cancel();
    assertThat(producer.answer()).isEqualTo(Offered.CANCELLED);
    assertThat(ring.size()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void required_RB403_everyWaitIsCounted(Memory kind) throws Exception {
    CursorRing ring = empty(kind);
    for (int i = 1; i <= 3; i++) {
      Side<Taken> consumer = waitingTake(ring);
      ring.producer().offer(i);
      consumer.answer();
      assertThat(ring.memory().getVolatile(layout.consumerWaits())).isEqualTo(i);
    }
    assertThat(ring.memory().getVolatile(layout.producerWaits())).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aTimedOutPutStoresNothing(Memory kind) throws Exception {
    CursorRing ring = full(kind);
    long start = System.nanoTime();
    assertThat(ring.producer().put(8, 20, MILLISECONDS)).isEqualTo(Offered.TIMED_OUT);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT);
    assertOnlyTheFirst(ring);
  }

  @ParameterizedTest
  @EnumSource
  void aTimedOutTakeTakesNothing(Memory kind) throws Exception {
    CursorRing ring = empty(kind);
    long start = System.nanoTime();
    assertThat(ring.consumer().take(20, MILLISECONDS)).isEqualTo(Taken.TIMED_OUT);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT);
    ring.producer().offer(7);
    assertOnlyTheFirst(ring);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedPutStoresNothing(Memory kind) throws Exception {
    CursorRing ring = full(kind);
    assertInterrupted(waitingPut(ring));
    assertOnlyTheFirst(ring);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedTakeTakesNothing(Memory kind) throws Exception {
    CursorRing ring = empty(kind);
    assertInterrupted(waitingTake(ring));
    ring.producer().offer(7);
    assertOnlyTheFirst(ring);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptDoesNotStopACallThatNeedNotWait(Memory kind) throws Exception {
    CursorRing ring = empty(kind);
    Thread.currentThread().interrupt();
    assertThat(ring.producer().put(7)).isEqualTo(Offered.STORED);
    assertThat(ring.consumer().take()).isEqualTo(Taken.ELEMENT);
    assertThat(Thread.interrupted()).isTrue();
  }

  private CursorRing empty(Memory kind) {
    return CursorRing.create(kind.of(layout.length()), layout);
  }

  private CursorRing full(Memory kind) {
    CursorRing ring = empty(kind);
    assertThat(ring.producer().offer(7)).isEqualTo(Offered.STORED);
    return ring;
  }

  private Side<Offered> waitingPut(CursorRing ring) {
    Side<Offered> side = Side.start(() -> ring.producer().put(8));
    Side.untilWaiting(ring.memory(), layout.read(), 1);
    return side;
  }

  private Side<Taken> waitingTake(CursorRing ring) {
    Side<Taken> side = Side.start(() -> ring.consumer().take());
    Side.untilWaiting(ring.memory(), layout.write(), 1);
    return side;
  }

  private static void assertInterrupted(Side<?> side) {
    side.thread().interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(side::answer)
        .withCauseInstanceOf(InterruptedException.class);
  }

  /** 7 is there, nobody waits any more, and the counters tell of nothing else. */
  private void assertOnlyTheFirst(CursorRing ring) {
    SharedInts memory = ring.memory();
    assertThat(memory.waiters(layout.read()) + memory.waiters(layout.write())).isZero();
    assertThat(memory.getVolatile(layout.produced())).isEqualTo(1);
    assertThat(memory.getVolatile(layout.consumed())).isZero();
    assertThat(ring.consumer().poll()).isEqualTo(Taken.ELEMENT);
    assertThat(ring.consumer().element()).isEqualTo(7);
    assertThat(ring.consumer().poll()).isEqualTo(Taken.EMPTY);
  }
}
