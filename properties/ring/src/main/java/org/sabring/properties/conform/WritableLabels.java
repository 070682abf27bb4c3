package org.sabring.properties.conform;

import static org.sabring.properties.conform.ReadableLabels.truth;
import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;
import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.explore.Step;
import org.sabring.explore.runtime.Access;
import org.sabring.properties.conform.LawMonitor.Labelled;
import org.sabring.properties.conform.LawMonitor.Labels;
import org.sabring.properties.explore.stream.RingSeen;
import org.sabring.properties.explore.stream.Said;

/**
 * The labels of what a stream into the ring does, in the words of {@code SabWritable.tla}.
 *
 * <p>An offer is where the producer decides: at the load of READ.
 */
record WritableLabels(RingSeen ring) implements Labels {

  @Override
  public Labelled stepped(Step step) {
    RingSeen now = ring.after(step);
    Access access = step.access();
    Seen seen = Seen.NOTHING;
    if (access == null) {
      boolean told = step.option() == Step.SPURIOUS && step.side() == PRODUCER;
      seen = told ? Seen.step("Wake") : Seen.NOTHING;
    } else {
      seen = step.side() == PRODUCER ? loop(now, step, access) : consumer(now, access);
    }
    return new Labelled(seen, new WritableLabels(now));
  }

  private Seen consumer(RingSeen now, Access access) {
    if (access.kind() == Access.Kind.NOTIFY) {
      return Seen.step("CNotify");
    }
    boolean takes = now.taken() > ring.taken();
    boolean cancels = now.cancelled() != ring.cancelled();
    return takes ? Seen.step("CTake") : cancels ? Seen.step("CCancel") : Seen.NOTHING;
  }

  private Seen loop(RingSeen now, Step step, Access access) {
    return switch (access.kind()) {
      case LOAD ->
          access.word() == ring.layout().read() ? offered((int) step.answer()) : Seen.NOTHING;
      case STORE -> now.closed() == ring.closed() ? Seen.NOTHING : Seen.step("Close");
      case ASK -> Seen.step("Ask").and("asked", truth(step.isListed()));
      case TURN -> Seen.holds("pStep", "Idle").and("put", ring.published());
      case WAIT -> Seen.step("Wait");
      default -> Seen.NOTHING;
    };
  }

  private Seen offered(int read) {
    if (isFlagged(read)) {
      return Seen.step("OfferCancelled");
    }
    return Seen.step(ring.isFull() ? "OfferFull" : "OfferStored");
  }

  @Override
  public Labelled said(int side, Object what) {
    Said said = (Said) what;
    Seen seen =
        switch (said.kind()) {
          case WRITE -> Seen.step("Write").and("written", said.number());
          case MORE -> Seen.step("AnswerTrue");
          case STOP -> Seen.step("AnswerFalse");
          case DRAIN -> Seen.step("Drain");
          case FINISHING -> Seen.step("End");
          case DESTROY -> Seen.step("Destroy");
          case CLOSE -> Seen.holds("pStep", "Idle");
          default -> Seen.NOTHING;
        };
    return new Labelled(seen, this);
  }
}
