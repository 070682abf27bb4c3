package org.sabring.properties.conform;

import static org.sabring.properties.explore.ring.RingProgram.CONSUMER;
import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;
import static org.sabring.ring.RingLayout.cursor;
import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.explore.Step;
import org.sabring.explore.runtime.Access;
import org.sabring.properties.conform.LawMonitor.Labelled;
import org.sabring.properties.conform.LawMonitor.Labels;
import org.sabring.properties.explore.stream.RingSeen;
import org.sabring.properties.explore.stream.Said;

/**
 * The labels of what a stream out of the ring does, in the words of {@code SabStream.tla}.
 *
 * <p>A poll is where the consumer decides: an empty ring is found by the load of WRITE, an element
 * is taken when READ is published. The law delivers at the latest when the listener is called; it
 * may do so earlier, because the shipped stream asks for the next element before it hands out the
 * one that makes room for it.
 *
 * @param heard how many elements the listener has got
 * @param destroyed whether the stream is: by its user, or by itself after the end
 */
record ReadableLabels(RingSeen ring, int heard, boolean destroyed) implements Labels {

  static ReadableLabels none(RingSeen ring) {
    return new ReadableLabels(ring, 0, false);
  }

  @Override
  public Labelled stepped(Step step) {
    RingSeen now = ring.after(step);
    Access access = step.access();
    Seen seen = Seen.NOTHING;
    if (access == null) {
      boolean told = step.option() == Step.SPURIOUS && step.side() == CONSUMER;
      seen = told ? Seen.step("Wake") : Seen.NOTHING;
    } else {
      seen = step.side() == PRODUCER ? producer(now, access) : loop(now, step, access);
    }
    return new Labelled(seen, new ReadableLabels(now, heard, destroyed));
  }

  private Seen producer(RingSeen now, Access access) {
    if (access.kind() == Access.Kind.NOTIFY) {
      return Seen.step("PNotify");
    }
    boolean puts = now.published() > ring.published();
    return puts ? Seen.step("PPut") : now.closed() != ring.closed() ? close() : Seen.NOTHING;
  }

  private static Seen close() {
    return Seen.step("PClose");
  }

  private Seen loop(RingSeen now, Step step, Access access) {
    return switch (access.kind()) {
      case LOAD ->
          access.word() == ring.layout().write() ? polled((int) step.answer()) : Seen.NOTHING;
      case STORE ->
          now.taken() > ring.taken()
              ? Seen.step("PollElement")
              : now.cancelled() != ring.cancelled() ? Seen.step("Cancel") : Seen.NOTHING;
      case ASK -> Seen.step("Ask").and("asked", truth(step.isListed()));
      case TURN -> Seen.holds("cStep", "Idle").and("delivered", heard);
      case WAIT -> Seen.step("Wait");
      default -> Seen.NOTHING;
    };
  }

  private Seen polled(int write) {
    boolean empty = cursor(write) == ring.taken() % ring.layout().capacity();
    return !empty ? Seen.NOTHING : Seen.step(isFlagged(write) ? "PollEnd" : "PollNothing");
  }

  static String truth(boolean holds) {
    return holds ? "TRUE" : "FALSE";
  }

  @Override
  public Labelled said(int side, Object what) {
    Said said = (Said) what;
    return switch (said.kind()) {
      case DATA ->
          new Labelled(
              Seen.holds("delivered", heard + 1).and("last", said.number()),
              new ReadableLabels(ring, heard + 1, destroyed));
      case END -> new Labelled(now("EmitEnd"), new ReadableLabels(ring, heard, true));
      case PAUSE -> new Labelled(now("Pause"), this);
      case RESUME -> new Labelled(Seen.step("Resume"), this);
      case DESTROY ->
          new Labelled(
              destroyed ? Seen.NOTHING : now("Destroy"), new ReadableLabels(ring, heard, true));
      case CLOSE -> new Labelled(now("EmitClose"), this);
      default -> new Labelled(Seen.NOTHING, this);
    };
  }

  /** Nothing is on its way to the listener meanwhile. */
  private Seen now(String action) {
    return Seen.step(action).and("delivered", heard);
  }
}
