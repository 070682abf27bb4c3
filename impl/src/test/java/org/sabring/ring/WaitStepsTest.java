package org.sabring.ring;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.memory.SharedInts.FOREVER;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.memory.Awaited;

/** The accesses of every operation that waits, with every way that a wait can end. */
@Timeout(60)
class WaitStepsTest extends RecordedRing {

  WaitStepsTest() {
    super(AnyRing.CURSOR);
  }

  private static final long HOUR = 3_600_000_000_000L;

  @Test
  void required_RB302_putComparesTheWordItDecidedOnAndBeginsAnewAfterEveryWakeUp()
      throws Exception {
    advanceTo1();
    peer.producer().offer(7);
    recorder
        .answer(() -> Awaited.OK)
        .answer(() -> Awaited.NOT_EQUAL)
        .answer(() -> Awaited.TIMED_OUT) // not asked for, so spurious too
        .answer(this::takeOne);
    assertThat(producer.put(8)).isEqualTo(Offered.STORED);
    List<String> round = List.of("addOpaque PRODUCER_WAITS 1", "await READ 1 " + FOREVER);
    assertThat(recorder.steps().subList(0, 16))
        .isEqualTo(
            concat(FOUND_FULL, round, FOUND_FULL, round, FOUND_FULL, round, FOUND_FULL, round));
    assertThat(real.getPlain(layout.producerWaits())).isEqualTo(4);
  }

  @Test
  void required_RB302_takeComparesTheWordItDecidedOnAndBeginsAnewAfterEveryWakeUp()
      throws Exception {
    advanceTo1();
    recorder
        .answer(() -> Awaited.OK)
        .answer(() -> Awaited.NOT_EQUAL)
        .answer(() -> Awaited.TIMED_OUT)
        .answer(this::offerOne);
    assertThat(consumer.take()).isEqualTo(Taken.ELEMENT);
    List<String> round = List.of("addOpaque CONSUMER_WAITS 1", "await WRITE 1 " + FOREVER);
    assertThat(recorder.steps().subList(0, 16))
        .isEqualTo(
            concat(FOUND_EMPTY, round, FOUND_EMPTY, round, FOUND_EMPTY, round, FOUND_EMPTY, round));
    assertThat(real.getPlain(layout.consumerWaits())).isEqualTo(4);
  }

  @Test
  void aTimeoutIsFollowedByOneMoreAttempt() throws Exception {
    peer.producer().offer(7);
    recorder.answer(() -> Awaited.TIMED_OUT);
    assertThat(producer.put(8, HOUR, NANOSECONDS)).isEqualTo(Offered.TIMED_OUT);
    assertThat(recorder.steps())
        .isEqualTo(
            concat(
                FOUND_FULL,
                List.of("addOpaque PRODUCER_WAITS 1", "await READ 0 " + HOUR),
                FOUND_FULL));
    recorder.answer(this::takeOneTooLate);
    assertThat(producer.put(8, HOUR, NANOSECONDS)).isEqualTo(Offered.STORED);
    peer.consumer().poll();
    recorder.steps();
    recorder.answer(() -> Awaited.TIMED_OUT);
    assertThat(consumer.take(HOUR, NANOSECONDS)).isEqualTo(Taken.TIMED_OUT);
    assertThat(recorder.steps())
        .isEqualTo(
            concat(
                FOUND_EMPTY,
                List.of("addOpaque CONSUMER_WAITS 1", "await WRITE 0 " + HOUR),
                FOUND_EMPTY));
    recorder.answer(this::offerOneTooLate);
    assertThat(consumer.take(HOUR, NANOSECONDS)).isEqualTo(Taken.ELEMENT);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void withoutTimeThereIsOneAttemptAndNoWait(long timeout) throws Exception {
    assertThat(consumer.take(timeout, NANOSECONDS)).isEqualTo(Taken.TIMED_OUT);
    assertThat(recorder.steps()).isEqualTo(FOUND_EMPTY);
    peer.producer().offer(7);
    assertThat(producer.put(8, timeout, NANOSECONDS)).isEqualTo(Offered.TIMED_OUT);
    assertThat(recorder.steps()).isEqualTo(FOUND_FULL);
  }

  @Test
  void anInterruptLeavesAtOnce() {
    recorder.answer(WaitStepsTest::interrupted).answer(WaitStepsTest::interrupted);
    assertThatThrownBy(consumer::take).isInstanceOf(InterruptedException.class);
    assertThat(recorder.steps()).hasSize(4).last().isEqualTo("await WRITE 0 " + FOREVER);
    peer.producer().offer(7);
    assertThatThrownBy(() -> producer.put(8)).isInstanceOf(InterruptedException.class);
    assertThat(recorder.steps()).hasSize(4).last().isEqualTo("await READ 0 " + FOREVER);
  }

  private void advanceTo1() {
    peer.producer().offer(0);
    peer.consumer().poll();
  }

  private Awaited takeOne() {
    assertThat(peer.consumer().poll()).isEqualTo(Taken.ELEMENT);
    return Awaited.OK;
  }

  private Awaited takeOneTooLate() {
    takeOne();
    return Awaited.TIMED_OUT;
  }

  private Awaited offerOne() {
    assertThat(peer.producer().offer(9)).isEqualTo(Offered.STORED);
    return Awaited.OK;
  }

  private Awaited offerOneTooLate() {
    offerOne();
    return Awaited.TIMED_OUT;
  }

  private static Awaited interrupted() throws InterruptedException {
    throw new InterruptedException();
  }

  @SafeVarargs
  private static List<String> concat(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> part : parts) {
      all.addAll(part);
    }
    return all;
  }
}
