package org.sabring.properties.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.properties.explore.ring.RingProgram.Start;
import org.sabring.properties.mutant.NoNotify;
import org.sabring.properties.mutant.TakeNewest;
import org.sabring.properties.sample.MemoryKind;
import org.sabring.properties.trial.Mutation;
import org.sabring.properties.trial.Trial;
import org.sabring.properties.trial.Violation;
import org.sabring.spec.Rule;

/** What two threads did, judged by the oracle. */
class HistoryRunTest {

  private static Script script(List<RingCall> producer, List<RingCall> consumer, int interrupts) {
    return new Script(3, new Start(1, -1), producer, consumer, 0, interrupts);
  }

  private static RingCall call(Kind kind, int number) {
    return new RingCall(kind, number);
  }

  @Test
  void aSideThatWaitsForGoodReasonIsNoFinding() {
    Trial trial = new Trial(Mutation.NONE);
    Script asleep = script(List.of(call(Kind.PUT, 7)), List.of(take(), take()), 0);
    HistoryRun.judge(trial, asleep, MemoryKind.MAPPED);
    assertThat(trial.counts())
        .containsEntry("put stored", 1L)
        .containsEntry("take element", 1L)
        .containsEntry("take pending", 1L);
  }

  @Test
  void aTakeThatMayBeInterruptedIsExplainedEitherWay() {
    Trial trial = new Trial(Mutation.NONE);
    HistoryRun.judge(trial, script(List.of(), List.of(take()), 1), MemoryKind.HEAP);
    assertThat(trial.counts()).containsEntry("operations", 1L);
  }

  @Test
  void control_theNewestElementFirstIsRejectedWithItsStory() {
    Trial trial = new Trial(TakeNewest::new);
    Script script =
        script(
            List.of(call(Kind.OFFER, 1), call(Kind.OFFER, 2), call(Kind.CLOSE, 0)),
            List.of(take(), take(), take()),
            0);
    Violation violation = null;
    for (int i = 0; i < 1000 && violation == null; i++) {
      violation =
          catchThrowableOfType(
              Violation.class, () -> HistoryRun.judge(trial, script, MemoryKind.DIRECT));
    }
    Violation found = Objects.requireNonNull(violation);
    assertThat(found.rules()).isSubsetOf(Rule.RB101, Rule.RB103).isNotEmpty();
    assertThat(Objects.requireNonNull(found.story()).draw()).anyMatch(l -> l.contains("offer 1"));
  }

  @Test
  void control_aSideLeftAsleepIsFound() {
    Trial trial = new Trial(NoNotify::new);
    Script script = script(List.of(call(Kind.PUT, 1)), List.of(take()), 0);
    Violation violation = null;
    for (int i = 0; i < 10_000 && violation == null; i++) {
      violation =
          catchThrowableOfType(
              Violation.class, () -> HistoryRun.judge(trial, script, MemoryKind.HEAP));
    }
    assertThat(Objects.requireNonNull(violation).rules()).containsExactly(Rule.RB301);
  }

  private static RingCall take() {
    return call(Kind.TAKE, 0);
  }
}
