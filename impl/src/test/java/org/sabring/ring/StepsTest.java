package org.sabring.ring;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.memory.SharedInts.ALL;
import static org.sabring.memory.SharedInts.FOREVER;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;

/**
 * The accesses of every operation, in their order and modes: the table of the reference profile.
 */
@Timeout(60)
class StepsTest {

  private static final long HOUR = 3_600_000_000_000L;

  private static final List<String> FOUND_FULL = List.of("getPlain WRITE", "getAcquire READ");
  private static final List<String> FOUND_EMPTY = List.of("getAcquire WRITE", "getPlain READ");

  private final RingLayout layout = RingLayout.padded(2);
  private final SharedInts real = SharedInts.heap(layout.length());

  /** The ring itself, whose accesses are not recorded: it prepares, and plays the other side. */
  private final CursorRing peer = CursorRing.create(real, layout);

  private final Recorder recorder = new Recorder(real, layout);
  private final CursorRing ring = CursorRing.attach(recorder.memory(), layout);
  private final Producer producer = ring.producer();
  private final Consumer consumer = ring.consumer();

  @BeforeEach
  void forgetAttach() {
    assertThat(recorder.steps()).containsExactly("getVolatile WRITE", "getVolatile READ");
  }

  @Test
  void required_RB201_offerWritesTheSlotThenCountsThenPublishesThenNotifies() {
    assertThat(producer.offer(7)).isEqualTo(Offered.STORED);
    assertThat(recorder.steps())
        .containsExactly(
            "getPlain WRITE",
            "getAcquire READ",
            "setPlain slot0 7",
            "addOpaque PRODUCED 1",
            "setRelease WRITE 1",
            "notify WRITE " + ALL);
  }

  @Test
  void required_RB202_pollReadsTheSlotThenPublishesThenCountsThenNotifies() {
    peer.producer().offer(7);
    assertThat(consumer.poll()).isEqualTo(Taken.ELEMENT);
    assertThat(recorder.steps())
        .containsExactly(
            "getAcquire WRITE",
            "getPlain READ",
            "getPlain slot0",
            "setRelease READ 1",
            "addOpaque CONSUMED 1",
            "notify READ " + ALL);
  }

  @Test
  void answersThatChangeNothingOnlyLoad() {
    assertThat(consumer.poll()).isEqualTo(Taken.EMPTY);
    assertThat(recorder.steps()).isEqualTo(FOUND_EMPTY);
    peer.producer().offer(7);
    assertThat(producer.offer(8)).isEqualTo(Offered.FULL);
    assertThat(recorder.steps()).isEqualTo(FOUND_FULL);
    peer.consumer().cancel();
    assertThat(producer.offer(8)).isEqualTo(Offered.CANCELLED);
    assertThat(recorder.steps()).isEqualTo(FOUND_FULL);
    assertThat(consumer.poll()).isEqualTo(Taken.CANCELLED);
    assertThat(recorder.steps()).isEqualTo(FOUND_EMPTY);
    peer.producer().close();
    assertThat(producer.offer(8)).isEqualTo(Offered.CLOSED);
    assertThat(recorder.steps()).containsExactly("getPlain WRITE");
  }

  @Test
  void required_RB303_closeAndCancelPublishThenNotifyOnce() {
    peer.producer().offer(7);
    peer.consumer().poll();
    assertThat(producer.close()).isTrue();
    assertThat(producer.close()).isFalse();
    assertThat(recorder.steps())
        .containsExactly(
            "getPlain WRITE",
            "setRelease WRITE " + (1 | RingLayout.FLAG),
            "notify WRITE " + ALL,
            "getPlain WRITE");
    assertThat(consumer.cancel()).isTrue();
    assertThat(consumer.cancel()).isFalse();
    assertThat(recorder.steps())
        .containsExactly(
            "getPlain READ",
            "setRelease READ " + (1 | RingLayout.FLAG),
            "notify READ " + ALL,
            "getPlain READ");
  }

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
    recorder.answer(StepsTest::interrupted).answer(StepsTest::interrupted);
    assertThatThrownBy(consumer::take).isInstanceOf(InterruptedException.class);
    assertThat(recorder.steps()).hasSize(4).last().isEqualTo("await WRITE 0 " + FOREVER);
    peer.producer().offer(7);
    assertThatThrownBy(() -> producer.put(8)).isInstanceOf(InterruptedException.class);
    assertThat(recorder.steps()).hasSize(4).last().isEqualTo("await READ 0 " + FOREVER);
  }

  @Test
  void everyStepStandsOnOneLine() throws Exception {
    Path folder =
        Path.of(System.getProperty("sabring.root"), "impl/src/main/java/org/sabring/ring");
    assertThat(stepsIn(folder.resolve("Producer.java")))
        .containsExactlyInAnyOrder(
            "PLoadWrite",
            "PLoadRead",
            "PCountWait",
            "PWait",
            "PWake",
            "PWriteSlot",
            "PCountProduced",
            "PPublish",
            "PNotify",
            "PClose");
    assertThat(stepsIn(folder.resolve("Consumer.java")))
        .containsExactlyInAnyOrder(
            "CLoadWrite",
            "CLoadRead",
            "CCountWait",
            "CWait",
            "CWake",
            "CReadSlot",
            "CPublish",
            "CCountConsumed",
            "CNotify",
            "CCancel");
  }

  private static List<String> stepsIn(Path source) throws Exception {
    return Pattern.compile("(?m)\\S.*; // ([A-Z]\\w+(?:, [A-Z]\\w+)*)$")
        .matcher(Files.readString(source))
        .results()
        .map((MatchResult line) -> line.group(1))
        .flatMap(names -> Stream.of(names.split(", ")))
        .toList();
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
