package org.sabring.properties.trial;

import static org.sabring.properties.explore.ring.RingProgram.CONSUMER;
import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.ScheduleWalk;
import org.sabring.explore.Step;
import org.sabring.explore.runtime.Access;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.properties.sample.Script;
import org.sabring.ring.RingLayout;

/**
 * A counter of coverage: what the tries of a property came by. A property that never saw a wake-up
 * has said nothing about wake-ups, however often it held: so each says what it must come by, and
 * the layer asks.
 */
public final class Coverage {

  /** What may happen besides the calls. */
  public enum Event {
    WRAPS,
    SLEEPS,
    WAITS_THAT_DID_NOT_BEGIN,
    WOKEN_BY_NOTIFY,
    WOKEN_BY_TIME,
    WOKEN_FOR_NO_REASON,
    WOKEN_BY_INTERRUPT,
    CLOSES_WHILE_THE_CONSUMER_SLEEPS,
    CLOSES_WHILE_THE_CONSUMER_IS_IN_A_CALL,
    CANCELS_WHILE_THE_PRODUCER_SLEEPS,
    CANCELS_WHILE_THE_PRODUCER_IS_IN_A_CALL,
    COUNTERS_PAST_2_31,
    COUNTERS_PAST_2_32,
    /** On release/acquire memory: a load that gave a store which a newer one had replaced. */
    STALE_READS;

    /** As a figure of the evidence. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("2 3", "2^3");
    }
  }

  private final Trial trial;
  private final RingLayout layout;

  Coverage(Trial trial, RingLayout layout) {
    this.trial = trial;
    this.layout = layout;
  }

  /** What a mix of calls comes by in which neither side ends it. */
  public static List<String> ofGoingOn() {
    Set<Event> without =
        EnumSet.range(
            Event.CLOSES_WHILE_THE_CONSUMER_SLEEPS, Event.CANCELS_WHILE_THE_PRODUCER_IS_IN_A_CALL);
    return figures(
        EnumSet.complementOf(EnumSet.of(Kind.CLOSE, Kind.CANCEL)),
        EnumSet.complementOf(EnumSet.copyOf(without)));
  }

  /** What a mix of all calls comes by. */
  public static List<String> ofAnyMix() {
    EnumSet<Event> events = EnumSet.allOf(Event.class);
    events.remove(Event.CLOSES_WHILE_THE_CONSUMER_SLEEPS); // too rare there to be relied on
    events.remove(Event.CANCELS_WHILE_THE_PRODUCER_SLEEPS);
    events.remove(Event.WOKEN_FOR_NO_REASON);
    events.remove(Event.WOKEN_BY_INTERRUPT);
    return figures(EnumSet.allOf(Kind.class), events);
  }

  /** What a mix comes by in which a side often ends it. */
  public static List<String> ofEnding() {
    return figures(
        EnumSet.allOf(Kind.class),
        EnumSet.range(
            Event.CLOSES_WHILE_THE_CONSUMER_SLEEPS, Event.CANCELS_WHILE_THE_PRODUCER_IS_IN_A_CALL));
  }

  /** The calls of a script, each as often as it stands there. */
  static List<String> of(Script script) {
    return Stream.concat(script.producer().stream(), script.consumer().stream())
        .map(call -> call.kind().label())
        .toList();
  }

  private static List<String> figures(Set<Kind> kinds, Set<Event> events) {
    return Stream.concat(kinds.stream().map(Kind::label), events.stream().map(Event::label))
        .toList();
  }

  /** A step that is about to be taken. */
  void sees(ScheduleWalk walk, Step step) {
    int side = step.side();
    Access access = step.access();
    if (access == null) {
      outside(step.option());
      return;
    }
    if (!walk.isInside(side) && walk.call(side) instanceof RingCall call) {
      trial.count(call.kind().label(), 1);
    }
    if (step.age() > 0) {
      count(Event.STALE_READS);
    }
    switch (access.kind()) {
      case STORE -> stores(walk, side, access);
      case ADD -> counts(access.word(), (int) step.answer());
      case WAIT -> count(step.sleeps() ? Event.SLEEPS : Event.WAITS_THAT_DID_NOT_BEGIN);
      case NOTIFY -> count(Event.WOKEN_BY_NOTIFY, (int) step.answer());
      default -> {}
    }
  }

  private void outside(char option) {
    Event event =
        switch (option) {
          case Step.TIMES_OUT -> Event.WOKEN_BY_TIME;
          case Step.SPURIOUS -> Event.WOKEN_FOR_NO_REASON;
          case Step.INTERRUPTED -> Event.WOKEN_BY_INTERRUPT;
          default -> null;
        };
    count(event);
  }

  private void stores(ScheduleWalk walk, int side, Access access) {
    if (access.word() != layout.write() && access.word() != layout.read()) {
      return;
    }
    int other = side == PRODUCER ? CONSUMER : PRODUCER;
    boolean closes = side == PRODUCER;
    if (!RingLayout.isFlagged(access.number())) {
      count(access.number() == 0 ? Event.WRAPS : null);
    } else if (walk.isAsleep(other)) {
      count(
          closes
              ? Event.CLOSES_WHILE_THE_CONSUMER_SLEEPS
              : Event.CANCELS_WHILE_THE_PRODUCER_SLEEPS);
    } else if (walk.isInside(other)) {
      count(
          closes
              ? Event.CLOSES_WHILE_THE_CONSUMER_IS_IN_A_CALL
              : Event.CANCELS_WHILE_THE_PRODUCER_IS_IN_A_CALL);
    }
  }

  private void counts(int counter, int before) {
    if (counter != layout.produced() && counter != layout.consumed()) {
      return;
    }
    count(before == Integer.MAX_VALUE ? Event.COUNTERS_PAST_2_31 : null);
    count(before == -1 ? Event.COUNTERS_PAST_2_32 : null);
  }

  private void count(@Nullable Event event) {
    count(event, 1);
  }

  private void count(@Nullable Event event, int times) {
    if (event != null) {
      trial.count(event.label(), times);
    }
  }
}
