package org.sabring.ring;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.Memory;
import org.sabring.Side;
import org.sabring.memory.SharedInts;
import org.sabring.memory.WaitStrategy;

/** One side blocks, and what ends that. Two threads, on every memory, in every way to wait. */
@Timeout(60)
@ParameterizedClass
@MethodSource("org.sabring.ring.AnyRing#waiting")
class BlockingTest {

  private static final long SHORT = MILLISECONDS.toNanos(20);

  private final AnyRing any;
  private final WaitStrategy strategy;
  private final RingLayout layout = RingLayout.compact(2);

  BlockingTest(AnyRing any, WaitStrategy strategy) {
    this.any = any;
    this.strategy = strategy;
  }

  @ParameterizedTest
  @EnumSource
  void required_RB301_anElementWakesAWaitingConsumer(Memory kind) throws Exception {
    Ring ring = empty(kind);
    Side<Taken> consumer = waitingTake(ring);
    ring.producer().offer(7);
    assertThat(consumer.answer()).isEqualTo(Taken.ELEMENT);
    assertThat(ring.consumer().element()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void required_RB301_roomWakesAWaitingProducer(Memory kind) throws Exception {
    Ring ring = full(kind);
    Side<Offered> producer = waitingPut(ring);
    assertThat(ring.consumer().poll()).isEqualTo(Taken.ELEMENT);
    assertThat(producer.answer()).isEqualTo(Offered.STORED);
    assertThat(ring.consumer().poll()).isEqualTo(Taken.ELEMENT);
    assertThat(ring.consumer().element()).isEqualTo(8);
  }

  @ParameterizedTest
  @EnumSource
  void required_RB501_closeWakesAWaitingConsumer(Memory kind) throws Exception {
    Ring ring = empty(kind);
    Side<Taken> consumer = waitingTake(ring);
    ring.producer().close();
    assertThat(consumer.answer()).isEqualTo(Taken.END);
  }

  @ParameterizedTest
  @EnumSource
  void required_RB503_cancelWakesAWaitingProducer(Memory kind) throws Exception {
    Ring ring = full(kind);
    Side<Offered> producer = waitingPut(ring);
    ring.consumer().cancel();
    assertThat(producer.answer()).isEqualTo(Offered.CANCELLED);
    assertThat(ring.size()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void required_RB403_everyWaitIsCounted(Memory kind) throws Exception {
    Ring ring = empty(kind);
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
    Ring ring = full(kind);
    long start = System.nanoTime();
    assertThat(ring.producer().put(8, 20, MILLISECONDS)).isEqualTo(Offered.TIMED_OUT);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT);
    assertOnlyTheFirst(ring);
  }

  @ParameterizedTest
  @EnumSource
  void aTimedOutTakeTakesNothing(Memory kind) throws Exception {
    Ring ring = empty(kind);
    long start = System.nanoTime();
    assertThat(ring.consumer().take(20, MILLISECONDS)).isEqualTo(Taken.TIMED_OUT);
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT);
    ring.producer().offer(7);
    assertOnlyTheFirst(ring);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedPutStoresNothing(Memory kind) throws Exception {
    Ring ring = full(kind);
    assertInterrupted(waitingPut(ring));
    assertOnlyTheFirst(ring);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedTakeTakesNothing(Memory kind) throws Exception {
    Ring ring = empty(kind);
    assertInterrupted(waitingTake(ring));
    ring.producer().offer(7);
    assertOnlyTheFirst(ring);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptDoesNotStopACallThatNeedNotWait(Memory kind) throws Exception {
    Ring ring = empty(kind);
    Thread.currentThread().interrupt();
    assertThat(ring.producer().put(7)).isEqualTo(Offered.STORED);
    assertThat(ring.consumer().take()).isEqualTo(Taken.ELEMENT);
    assertThat(Thread.interrupted()).isTrue();
  }

  private Ring empty(Memory kind) {
    return any.create(kind.of(layout.length(), strategy), layout);
  }

  private Ring full(Memory kind) {
    Ring ring = empty(kind);
    assertThat(ring.producer().offer(7)).isEqualTo(Offered.STORED);
    return ring;
  }

  private Side<Offered> waitingPut(Ring ring) {
    int before = ring.memory().getVolatile(layout.producerWaits());
    Side<Offered> side = Side.start(() -> ring.producer().put(8));
    untilWaiting(ring, layout.read(), layout.producerWaits(), before);
    return side;
  }

  private Side<Taken> waitingTake(Ring ring) {
    int before = ring.memory().getVolatile(layout.consumerWaits());
    Side<Taken> side = Side.start(() -> ring.consumer().take());
    untilWaiting(ring, layout.write(), layout.consumerWaits(), before);
    return side;
  }

  /** Who spins is in no list: it has counted its wait, and may be about to begin. */
  private void untilWaiting(Ring ring, int word, int counter, int before) {
    if (strategy == WaitStrategy.SPIN || strategy == WaitStrategy.YIELD) {
      Side.until(() -> ring.memory().getVolatile(counter) != before);
    } else {
      Side.untilWaiting(ring.memory(), word, 1);
    }
  }

  private static void assertInterrupted(Side<?> side) {
    side.thread().interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(side::answer)
        .withCauseInstanceOf(InterruptedException.class);
  }

  /** 7 is there, nobody waits any more, and the counters tell of nothing else. */
  private void assertOnlyTheFirst(Ring ring) {
    SharedInts memory = ring.memory();
    assertThat(memory.waiters(layout.read()) + memory.waiters(layout.write())).isZero();
    assertThat(memory.getVolatile(layout.produced())).isEqualTo(1);
    assertThat(memory.getVolatile(layout.consumed())).isZero();
    assertThat(ring.consumer().poll()).isEqualTo(Taken.ELEMENT);
    assertThat(ring.consumer().element()).isEqualTo(7);
    assertThat(ring.consumer().poll()).isEqualTo(Taken.EMPTY);
  }
}
