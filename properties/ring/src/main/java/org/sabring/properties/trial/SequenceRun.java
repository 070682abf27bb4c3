package org.sabring.properties.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.explore.Oracles;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.properties.explore.ring.RingProgram.Start;
import org.sabring.properties.sample.Sequence;
import org.sabring.properties.sample.Sequence.Move;
import org.sabring.ring.CursorRing;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.oracle.TraceFinding;

/** A run of a sequence on one thread, which the oracles judge: the calls, or the steps. */
public final class SequenceRun {

  private final Trial trial;
  private final Sequence sequence;
  private final RealRing ring;
  private final RecordedSteps steps;
  private final CallLog producer;
  private final CallLog consumer;

  private SequenceRun(Trial trial, Sequence sequence) {
    this.trial = trial;
    this.sequence = sequence;
    trial.begin();
    Start start = new Start(0, sequence.counted());
    ring = RealRing.of(sequence.memory(), sequence.padded(), sequence.capacity(), start);
    steps = new RecordedSteps(ring);
    CursorRing attached = CursorRing.attach(steps, ring.layout());
    steps.events().clear(); // to attach is no step of the protocol
    AtomicLong clock = new AtomicLong();
    producer = new CallLog(attached, clock);
    consumer = new CallLog(attached, clock);
  }

  /** Makes the calls; throws what is wrong with their answers, or with what memory holds. */
  public static void judgeCalls(Trial trial, Sequence sequence) throws InterruptedException {
    SequenceRun run = new SequenceRun(trial, sequence);
    run.carryOut();
    List<HistoryEvent> all = new ArrayList<>(run.producer.events());
    all.addAll(run.consumer.events());
    run.hear(Oracles.ofCalls(sequence.capacity(), all));
    new AtRest(run.ring, all).violations().forEach(trial::hear);
  }

  /** Makes the calls, and throws what is wrong with the steps that they took. */
  public static void judgeSteps(Trial trial, Sequence sequence) throws InterruptedException {
    SequenceRun run = new SequenceRun(trial, sequence);
    RuntimeException thrown = null;
    try {
      run.carryOut();
    } catch (IllegalStateException e) { // what memory holds is none of a ring's: see who stored it
      thrown = e;
    }
    String trace = Oracles.trace(sequence.capacity(), run.steps.events());
    run.hear(Oracles.ofTrace(trace));
    if (thrown != null) {
      throw thrown;
    }
  }

  private void carryOut() throws InterruptedException {
    for (Move move : sequence.moves()) {
      if (!move.gap().isEmpty()) {
        steps.inGap(() -> comeBetween(move));
      }
      make(move.call());
      RecordedSteps.Gap left = steps.withoutGap();
      if (left != null) {
        make(move.gap().get(0));
      }
    }
  }

  /**
   * The other side's call. It has moved a cursor, so the wait that follows does not begin, and the
   * call that was about to wait looks again: what that answers holds from here on.
   */
  private void comeBetween(Move move) throws InterruptedException {
    trial.count(move.gap().get(0).kind().label() + " in the gap", 1);
    make(move.gap().get(0));
    logOf(move.call()).looksAgain();
  }

  private void make(RingCall call) throws InterruptedException {
    trial.count(call.kind().label(), 1);
    RingSide before = steps.side();
    steps.by(call.kind().side());
    logOf(call).make(call);
    steps.by(before);
  }

  private CallLog logOf(RingCall call) {
    return call.kind().side() == RingSide.PRODUCER ? producer : consumer;
  }

  private void hear(@Nullable TraceFinding finding) {
    if (finding != null) {
      String found = finding.text() + "\n" + sequence;
      trial.hear(new Violation(found, List.of(finding.rule()), finding.how()));
    }
  }

  /** What a property has to come by that samples sequences. */
  public static List<String> ofCalls() {
    Stream<Kind> kinds =
        Stream.of(
            Kind.OFFER,
            Kind.BRIEF_PUT,
            Kind.INSTANT_PUT,
            Kind.CLOSE,
            Kind.POLL,
            Kind.BRIEF_TAKE,
            Kind.INSTANT_TAKE,
            Kind.DRAIN,
            Kind.CANCEL);
    return Stream.concat(
            kinds.map(Kind::label),
            Stream.of(
                "offer in the gap", "close in the gap", "poll in the gap", "cancel in the gap"))
        .toList();
  }
}
