package org.sabring.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.recorder.RecordingVerdict.Answer;

/** Queues that everybody uses, under load: none is accused, and of each a mistake is found. */
class RealQueuesTest {
  private static final int CAPACITY = 64;
  private static final int ELEMENTS = Boolean.getBoolean("sabring.full") ? 5_000_000 : 200_000;

  @ParameterizedTest
  @EnumSource
  void nobodyIsAccused(KnownQueue known) {
    HistoryRecorder<Integer> recorder =
        HistoryRecorder.around(known.make(CAPACITY)).bound(CAPACITY).complete();
    Traffic.run(recorder, ELEMENTS, known.isBlocking());
    recorder.assertConforms();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void control_aMistakeIsFound(KnownQueue known, PlantedMistake.Kind kind) {
    PlantedMistake queue = new PlantedMistake(known.make(CAPACITY), kind, CAPACITY);
    HistoryRecorder<Integer> recorder = HistoryRecorder.around(queue).bound(CAPACITY);
    Traffic.run(recorder, 50_000, known.isBlocking());
    assertThat(queue.isDone()).isTrue();
    RecordingVerdict verdict = recorder.judge();
    assertThat(verdict.answer()).as(verdict.text()).isEqualTo(Answer.VIOLATES);
    assertThat(verdict.rule()).as(verdict.text()).isEqualTo(kind.rule());
  }

  static Stream<Arguments> mistakes() {
    return Arrays.stream(KnownQueue.values())
        .flatMap(
            known ->
                Arrays.stream(PlantedMistake.Kind.values()).map(kind -> Arguments.of(known, kind)));
  }

  /** A queue that holds one element more than it says. */
  @ParameterizedTest
  @EnumSource
  void control_aBoundThatIsNotKeptIsFound(KnownQueue known) {
    HistoryRecorder<Integer> recorder =
        HistoryRecorder.around(known.make(CAPACITY)).bound(CAPACITY - 1);
    Traffic.run(recorder, 1000, known.isBlocking());
    RecordingVerdict verdict = recorder.judge();
    assertThat(verdict.answer()).as(verdict.text()).isEqualTo(Answer.VIOLATES);
    assertThat(verdict.rule()).as(verdict.text()).isEqualTo("RB104");
  }
}
