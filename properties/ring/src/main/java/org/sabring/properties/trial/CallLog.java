package org.sabring.properties.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.properties.explore.ring.RingCall.Got;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.ring.CursorRing;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.law.RingSide;

/**
 * A recorder of calls: makes the calls of one side and keeps, for the oracle, when each began and
 * came back. The clock is a counter that both sides share: each reading is a step of its own in one
 * order, so that a call which came back before another began is known to. For the thread that makes
 * the calls; for others, once it has ended.
 */
final class CallLog {

  /** So long that the other side may come in between, and so short that it need not. */
  private static final long SOME_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  private final CursorRing ring;
  private final AtomicLong clock;
  private final List<HistoryEvent> events = new ArrayList<>();
  private long called;

  CallLog(CursorRing ring, AtomicLong clock) {
    this.ring = ring;
    this.clock = clock;
  }

  /** What happened, in order. */
  List<HistoryEvent> events() {
    return events;
  }

  /** Makes a call. Of one that is interrupted nothing is kept. */
  void make(RingCall call) throws InterruptedException {
    called = clock.getAndIncrement();
    if (call.kind() == Kind.DRAIN) {
      ring.consumer().drain(this::drained, call.number());
    } else if (call.kind().side() == RingSide.PRODUCER) {
      gave(call, call.by(ring.producer(), SOME_NANOS));
    } else if (call.by(ring.consumer(), SOME_NANOS) instanceof Got got) {
      took(got);
    } else {
      add(OperationKind.CANCEL, 0, Outcome.DONE);
    }
  }

  /** The call under way looks at the ring once more: what it answers, it answers as from now. */
  void looksAgain() {
    called = clock.getAndIncrement();
  }

  /** The call was interrupted: it had found the ring full, or empty. */
  void interrupted(RingCall call) {
    if (call.kind().stores()) {
      add(OperationKind.OFFER, call.number(), Outcome.REFUSED);
    } else {
      add(OperationKind.POLL, 0, Outcome.EMPTY);
    }
  }

  /** The call has not come back, and never will. */
  void pending(RingCall call) {
    OperationKind operation = call.kind().stores() ? OperationKind.PUT : OperationKind.TAKE;
    events.add(
        new HistoryEvent(0, operation, call.number(), Outcome.PENDING, called, HistoryEvent.NEVER));
  }

  /** A put that gave up is an offer that was refused. */
  private void gave(RingCall call, Object answer) {
    if (call.kind() == Kind.CLOSE) {
      add(OperationKind.CLOSE, 0, Outcome.DONE);
      return;
    }
    boolean gaveUp = answer.equals("FULL") || answer.equals("TIMED_OUT");
    add(
        gaveUp || call.kind() == Kind.OFFER ? OperationKind.OFFER : OperationKind.PUT,
        call.number(),
        answer.equals("STORED") ? Outcome.STORED : Outcome.REFUSED);
  }

  private void took(Got got) {
    switch (got.says()) {
      case "ELEMENT" -> add(OperationKind.TAKE, got.elements().get(0), Outcome.ELEMENT);
      case "EMPTY", "TIMED_OUT" -> add(OperationKind.POLL, 0, Outcome.EMPTY);
      default -> add(OperationKind.TAKE, 0, Outcome.END);
    }
  }

  /** Each element that is drained is a poll of its own, which begins when the last has ended. */
  private void drained(int element) {
    add(OperationKind.POLL, element, Outcome.ELEMENT);
    called = clock.getAndIncrement();
  }

  private void add(OperationKind operation, int value, Outcome outcome) {
    events.add(new HistoryEvent(0, operation, value, outcome, called, clock.getAndIncrement()));
  }
}
