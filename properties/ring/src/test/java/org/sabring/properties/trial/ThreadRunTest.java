package org.sabring.properties.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.properties.explore.ring.RingProgram.Start;
import org.sabring.properties.sample.MemoryKind;
import org.sabring.properties.sample.Script;
import org.sabring.properties.world.Inside;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

/** What two threads did, judged by the oracle. */
class ThreadRunTest {

  private static Script script(List<RingCall> producer, List<RingCall> consumer, int interrupts) {
    return new Script(3, new Start(1, -1), producer, consumer, 0, interrupts);
  }

  private static RingCall of(Kind kind, int number) {
    return new RingCall(kind, number);
  }

  @Test
  void aSideThatWaitsForGoodReasonIsNoFinding() {
    Trial trial = new Trial();
    Script asleep = script(List.of(of(Kind.PUT, 7)), List.of(take(), take()), 0);
    ThreadRun.judge(trial, asleep, MemoryKind.MAPPED, false);
    assertThat(trial.counts())
        .containsEntry("put stored", 1L)
        .containsEntry("take element", 1L)
        .containsEntry("take pending", 1L);
  }

  @Test
  void aTakeThatMayBeInterruptedIsExplainedEitherWay() {
    Trial trial = new Trial();
    ThreadRun.judge(trial, script(List.of(), List.of(take()), 1), MemoryKind.HEAP, false);
    assertThat(trial.counts()).containsEntry("operations", 1L);
  }

  @Test
  void control_theNewestElementFirstIsRejectedWithItsStory() throws Exception {
    Check found = Inside.the("TakeNewest", Newest.class);
    assertThat(found.rules()).isSubsetOf(Rule.RB101, Rule.RB103).isNotEmpty();
    assertThat(Objects.requireNonNull(found.counterexample()).draw())
        .anyMatch(l -> l.contains("offer 1"));
  }

  static final class Newest implements Callable<Check> {
    @Override
    public Check call() {
      Script script =
          script(
              List.of(of(Kind.OFFER, 1), of(Kind.OFFER, 2), of(Kind.CLOSE, 0)),
              List.of(take(), take(), take()),
              0);
      return found(script, MemoryKind.DIRECT);
    }
  }

  @Test
  void control_aSideLeftAsleepIsFound() throws Exception {
    assertThat(Inside.<Check>the("NoNotify", Asleep.class).rules()).containsExactly(Rule.RB301);
  }

  static final class Asleep implements Callable<Check> {
    @Override
    public Check call() {
      return found(script(List.of(of(Kind.PUT, 1)), List.of(take()), 0), MemoryKind.HEAP);
    }
  }

  /** What is found first, as a check. */
  private static Check found(Script script, MemoryKind memory) {
    Trial trial = new Trial();
    for (int i = 0; i < 10_000; i++) {
      try {
        ThreadRun.judge(trial, script, memory, false);
      } catch (Violation v) {
        String text = String.valueOf(v.getMessage());
        return new Check("found", false, v.rules(), Status.FAIL, text, Map.of(), v.story());
      }
    }
    return Check.unknown("nothing", "in so many runs");
  }

  private static RingCall take() {
    return of(Kind.TAKE, 0);
  }
}
