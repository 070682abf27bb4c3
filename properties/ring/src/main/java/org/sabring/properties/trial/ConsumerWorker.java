package org.sabring.properties.trial;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static org.sabring.spec.Rule.RB101;
import static org.sabring.spec.Rule.RB102;
import static org.sabring.spec.Rule.RB103;
import static org.sabring.spec.Rule.RB501;
import static org.sabring.spec.Rule.RB502;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.sabring.properties.sample.Plan;
import org.sabring.properties.sample.Turn;
import org.sabring.ring.Consumer;
import org.sabring.ring.Taken;

/** Takes elements until the end, or until it cancels. */
final class ConsumerWorker extends Worker {

  private final Consumer consumer;

  /** How many elements may have been put: no fewer than have been. */
  private final IntSupplier putsBegun;

  private final BooleanSupplier closed;

  /** How many elements may have left the ring. */
  private volatile int begun;

  private int taken;
  private boolean ended;

  ConsumerWorker(Plan plan, Subject subject, IntSupplier putsBegun, BooleanSupplier closed) {
    super("consumer", plan, subject);
    this.consumer = subject.ring().consumer();
    this.putsBegun = putsBegun;
    this.closed = closed;
  }

  @Override
  int waitsOn() {
    return subject.layout().write();
  }

  @Override
  int waitCounter() {
    return subject.layout().consumerWaits();
  }

  @Override
  List<Turn> turns() {
    return plan.consumer();
  }

  @Override
  boolean call(Turn turn) throws InterruptedException {
    if (taken == plan.cancelAfter()) {
      Violation.check(consumer.cancel(), "cancel answered false, expected true", RB502);
      mayBlock();
      Taken answer = consumer.take();
      Violation.check(answer == Taken.CANCELLED, answer + " after cancel", RB502);
      return false;
    }
    if (turn.how() == Turn.How.DRAIN && drained(turn.times())) {
      return true;
    }
    begun = taken + 1;
    boolean wasClosed = closed.getAsBoolean();
    Taken answer = take(turn.how());
    switch (answer) {
      case ELEMENT -> took(consumer.element());
      case END -> ended = true;
      case EMPTY, TIMED_OUT -> {
        Violation.check(!wasClosed, answer + " after close, expected END", RB501);
        pause();
      }
      case CANCELLED -> throw new Violation("CANCELLED before cancel", RB502);
    }
    checkDifference();
    return !ended;
  }

  private Taken take(Turn.How how) throws InterruptedException {
    return switch (how) {
      case WAIT -> consumer.take();
      case TIMED -> consumer.take(20, MICROSECONDS);
      case NOW, DRAIN -> consumer.poll();
    };
  }

  /** Whether it got as many as it may, but not past the cancel. If not, poll says why. */
  private boolean drained(int limit) {
    int most = plan.cancelAfter() < 0 ? limit : Math.min(limit, plan.cancelAfter() - taken);
    begun = taken + most;
    return consumer.drain(this::took, most) == most;
  }

  private void took(int element) {
    int number = taken++;
    int expected = plan.element(number);
    if (number < putsBegun.getAsInt() && element == expected) {
      return;
    }
    String found = "took %d as number %d, expected %d".formatted(element, number, expected);
    for (int later = number + 1; later < putsBegun.getAsInt(); later++) {
      Violation.check(
          element != plan.element(later), found + "; it is number " + later, RB101, RB102);
    }
    throw new Violation(found, RB103);
  }

  int begun() {
    return begun;
  }

  /** How many were taken. Once the thread has ended. */
  int total() {
    return taken;
  }

  /** Whether it was told END; if not, it has cancelled. Once the thread has ended. */
  boolean hasEnded() {
    return ended;
  }
}
