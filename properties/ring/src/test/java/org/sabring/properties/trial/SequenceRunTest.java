package org.sabring.properties.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.properties.sample.MemoryKind;
import org.sabring.properties.sample.Sequence;
import org.sabring.properties.sample.Sequence.Move;
import org.sabring.properties.world.Inside;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

/** Calls of both sides on one thread, some in the gap before the other side's wait. */
class SequenceRunTest {

  private static final RingCall OFFER = new RingCall(Kind.OFFER, 5);
  private static final RingCall BRIEF_TAKE = new RingCall(Kind.BRIEF_TAKE, 0);

  private static Sequence sequence(Move... moves) {
    return new Sequence(MemoryKind.HEAP, true, 2, Integer.MAX_VALUE, List.of(moves));
  }

  private static Sequence offerInTheGap() {
    return sequence(new Move(BRIEF_TAKE, List.of(OFFER)));
  }

  private static Sequence roundAndRound() {
    Move offer = new Move(OFFER, List.of());
    Move take = new Move(BRIEF_TAKE, List.of());
    return sequence(offer, offer, take, take, offer, take);
  }

  @Test
  void aCallInTheGapIsMadeThereAndEndsTheWait() throws Exception {
    Trial trial = new Trial();
    SequenceRun.judgeCalls(trial, offerInTheGap());
    SequenceRun.judgeSteps(trial, offerInTheGap());
    assertThat(trial.counts()).containsEntry("offer in the gap", 2L);
  }

  @Test
  void whereNobodyWaitsTheCallComesAfterwards() throws Exception {
    Trial trial = new Trial();
    Move poll = new Move(new RingCall(Kind.POLL, 0), List.of(OFFER));
    SequenceRun.judgeCalls(trial, sequence(poll, new Move(BRIEF_TAKE, List.of())));
    assertThat(trial.counts()).containsEntry("offer", 1L).doesNotContainKey("offer in the gap");
  }

  @Test
  void theShippedRingGoesRound() throws Exception {
    SequenceRun.judgeCalls(new Trial(), roundAndRound());
    SequenceRun.judgeSteps(new Trial(), roundAndRound());
  }

  @Test
  void control_anElementLostInTheGapIsMissed() throws Exception {
    assertThat(Inside.<Check>the("LostOnTimeout", InTheGap.class).rules())
        .containsExactly(Rule.RB102);
  }

  static final class InTheGap implements Callable<Check> {
    @Override
    public Check call() throws InterruptedException {
      try {
        SequenceRun.judgeCalls(new Trial(), offerInTheGap());
      } catch (Violation v) {
        return found(v);
      }
      return Check.unknown("nothing", "was found");
    }
  }

  @Test
  void control_aNotificationOfOneIsNoneOfAll() throws Exception {
    assertThat(Inside.<Check>the("NotifyOne", Round.class).rules()).containsExactly(Rule.RB303);
  }

  @Test
  void control_aCursorThatLeavesTheRingIsFoundWhereItWasStored() throws Exception {
    assertThat(Inside.<Check>the("NoWrap", Round.class).rules()).containsExactly(Rule.RB204);
  }

  static final class Round implements Callable<Check> {
    @Override
    public Check call() throws InterruptedException {
      try {
        SequenceRun.judgeSteps(new Trial(), roundAndRound());
      } catch (Violation v) {
        return found(v);
      }
      return Check.unknown("nothing", "was found");
    }
  }

  private static Check found(Violation v) {
    return new Check("found", false, v.rules(), Status.FAIL, v.found(), Map.of(), v.story());
  }
}
