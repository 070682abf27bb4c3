package org.sabring.properties.trial;

import static org.sabring.spec.Rule.RB301;
import static org.sabring.spec.Rule.RB302;

import java.util.List;
import org.sabring.memory.Awaited;
import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.properties.sample.Call;
import org.sabring.properties.sample.Call.Kind;
import org.sabring.properties.sample.Setup;
import org.sabring.properties.trial.Accesses.Access;
import org.sabring.ring.RingLayout;
import org.sabring.spec.Side;

/**
 * One side decides to wait, and the other moves before it does: the instant in which wake-ups are
 * lost. One thread plays both sides: the other's call is made inside the wait, before it compares.
 */
public final class GapRun {

  private GapRun() {}

  /** The wait does not begin, and the call that would have waited answers by what has changed. */
  public static void aMoveBeforeTheWaitEndsIt(Trial trial, Setup setup, Kind move)
      throws InterruptedException {
    try {
      run(trial, setup, move);
    } catch (Violation violation) {
      trial.hear(violation);
    }
  }

  private static void run(Trial trial, Setup setup, Kind move) throws InterruptedException {
    RingLayout layout = setup.layout();
    Accesses accesses = new Accesses(layout);
    Gap gap = new Gap();
    Subject subject = trial.subject(setup, words -> accesses.over(gap.over(words)));
    boolean consumerWaits = move.side() == Side.PRODUCER;
    if (!consumerWaits) {
      for (int i = 1; i < setup.capacity(); i++) {
        subject.ring().producer().offer(i);
      }
    }
    accesses.since();
    gap.between = () -> Answer.from(subject.ring(), new Call(move, 1));
    Kind wait = consumerWaits ? Kind.TAKE_BRIEFLY : Kind.PUT_BRIEFLY;
    Answer answer = Answer.from(subject.ring(), new Call(wait, 2));
    List<Access> waits =
        accesses.since().stream().filter(a -> a.kind() == Accesses.Kind.WAIT).toList();
    int word = consumerWaits ? layout.write() : layout.read();
    Violation.check(
        waits.size() == 1
            && waits.get(0).word() == word
            && waits.get(0).awaited().equals(Awaited.NOT_EQUAL.name()),
        wait + " with " + move + " before its wait on word " + word + ": " + waits,
        RB302);
    Violation.check(
        answer.equals(expected(move)),
        wait + " with " + move + " before its wait answered " + answer,
        RB301);
    trial.count(move.label() + " in the gap", 1);
  }

  private static Answer expected(Kind move) {
    return switch (move) {
      case OFFER -> Answer.of("ELEMENT", List.of(1));
      case CLOSE -> Answer.of("END");
      case POLL -> Answer.of("STORED");
      case CANCEL -> Answer.of("CANCELLED");
      default -> throw new IllegalArgumentException("move=" + move);
    };
  }

  /** What happens between deciding to wait and waiting; once. */
  private static final class Gap {

    private interface Move {
      Object make() throws InterruptedException;
    }

    private Move between = () -> "nothing";

    SharedInts over(SharedInts memory) {
      return new ForwardingInts(memory) {
        @Override
        public Awaited await(int index, int expected, long timeoutNanos)
            throws InterruptedException {
          Move move = between;
          between = () -> "nothing";
          move.make();
          return super.await(index, expected, timeoutNanos);
        }
      };
    }
  }
}
