package org.sabring.spec.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;
import org.sabring.spec.scalar.Moment;
import org.sabring.spec.scalar.Scalar;

/** The mutations of a conforming history that the history oracle has to reject: its controls. */
enum HistoryMutation {
  SWAPPED(Rule.RB101, "two elements that are stored at the same time come out the other way round"),
  SKIPPED(Rule.RB102, "the consumer is told empty although an element is stored"),
  CHANGED(Rule.RB103, "an element comes out with another value"),
  REFUSED_WITH_ROOM(Rule.RB104, "the producer is refused although there is room"),
  NEVER_CAME_BACK(Rule.RB301, "a take with an element to take never comes back"),
  BLOCKED_AFTER_CANCEL(Rule.RB503, "a put that began after a cancel never comes back"),
  ENDED_EARLY(Rule.RB501, "the consumer is told the end before the producer has closed"),
  STORED_AFTER_CLOSE(Rule.RB502, "an element is stored after close");

  private final Rule rule;
  private final String says;

  HistoryMutation(Rule rule, String says) {
    this.rule = rule;
    this.says = says;
  }

  Rule rule() {
    return rule;
  }

  String says() {
    return says;
  }

  /** A walk in which it can happen: the seed's goes on until all is taken, ours may close. */
  Profile profile() {
    return this == REFUSED_WITH_ROOM ? Profile.SEED : Profile.REFERENCE;
  }

  /** Whether it shows only in a recording of all that happened. */
  boolean complete() {
    return this == NEVER_CAME_BACK || this == BLOCKED_AFTER_CANCEL;
  }

  /** Mutates a history; nothing if it has no place for this mutation. */
  Optional<List<HistoryEvent>> apply(List<HistoryEvent> history) {
    List<HistoryEvent> events = new ArrayList<>(history);
    boolean done =
        switch (this) {
          case SWAPPED -> swap(events);
          case SKIPPED -> answer(events, OperationKind.POLL, Outcome.EMPTY);
          case CHANGED -> change(events);
          case REFUSED_WITH_ROOM -> append(events, OperationKind.OFFER, Outcome.REFUSED);
          case NEVER_CAME_BACK -> neverComesBack(events);
          case BLOCKED_AFTER_CANCEL -> append(events, OperationKind.PUT, Outcome.PENDING);
          case ENDED_EARLY -> answer(events, OperationKind.TAKE, Outcome.END);
          case STORED_AFTER_CLOSE -> append(events, OperationKind.PUT, Outcome.STORED);
        };
    return done ? Optional.of(events) : Optional.empty();
  }

  private static int find(List<HistoryEvent> events, int from, Predicate<HistoryEvent> wanted) {
    for (int i = from; i < events.size(); i++) {
      if (wanted.test(events.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isElement(HistoryEvent event) {
    return event.outcome() == Outcome.ELEMENT;
  }

  private static HistoryEvent with(HistoryEvent e, OperationKind op, int value, Outcome outcome) {
    List<Scalar> values = outcome == Outcome.ELEMENT ? List.of(Scalar.of(value)) : List.of();
    return new HistoryEvent(
        e.line(), e.caller(), op, values, 1, 1, outcome, e.call(), e.returned());
  }

  /** Two takes in a row, the second element put before the first was taken. */
  private static boolean swap(List<HistoryEvent> events) {
    for (int i = find(events, 0, HistoryMutation::isElement);
        i >= 0;
        i = find(events, i + 1, HistoryMutation::isElement)) {
      HistoryEvent first = events.get(i);
      int j = find(events, i + 1, HistoryMutation::isElement);
      boolean together = j >= 0 && wasStored(events, events.get(j), first);
      if (together) {
        HistoryEvent second = events.get(j);
        events.set(i, with(first, first.op(), second.number(), Outcome.ELEMENT));
        events.set(j, with(second, second.op(), first.number(), Outcome.ELEMENT));
        return true;
      }
    }
    return false;
  }

  private static boolean change(List<HistoryEvent> events) {
    int i = find(events, 0, HistoryMutation::isElement);
    if (i >= 0) {
      HistoryEvent e = events.get(i);
      events.set(i, with(e, e.op(), -e.number(), Outcome.ELEMENT));
    }
    return i >= 0;
  }

  /** Another answer to a take, made when its element had been put long before. */
  private static boolean answer(List<HistoryEvent> events, OperationKind op, Outcome outcome) {
    int i = find(events, 0, e -> isElement(e) && wasStored(events, e, e));
    if (i >= 0) {
      events.set(i, with(events.get(i), op, 0, outcome));
    }
    return i >= 0;
  }

  /** One more call of the producer at the end of a history that lets it be a mistake. */
  private boolean append(List<HistoryEvent> events, OperationKind op, Outcome outcome) {
    boolean closed = has(events, OperationKind.CLOSE);
    boolean cancelled = has(events, OperationKind.CANCEL);
    boolean atRest = !isPending(events, RingSide.PRODUCER);
    boolean room = count(events, Outcome.STORED) == count(events, Outcome.ELEMENT);
    boolean ended =
        switch (this) {
          case STORED_AFTER_CLOSE -> closed;
          case BLOCKED_AFTER_CANCEL -> cancelled;
          default -> !closed && !cancelled;
        };
    boolean fits = ended && atRest && (room || this == BLOCKED_AFTER_CANCEL);
    if (fits) {
      long clock = 2 * HistoryTrace.END;
      long back = outcome == Outcome.PENDING ? HistoryEvent.NEVER : clock + 1;
      events.add(new HistoryEvent(events.size() + 2L, op, 0, outcome, clock, back));
    }
    return fits;
  }

  /** A take of an element that was there does not come back, and all that came later is cut off. */
  private static boolean neverComesBack(List<HistoryEvent> events) {
    int i = find(events, 0, e -> isElement(e) && wasStored(events, e, e));
    if (i >= 0) {
      HistoryEvent take = events.get(i);
      events.removeIf(e -> !e.isBefore(take));
      events.add(
          new HistoryEvent(
              take.line(),
              take.caller(),
              take.op(),
              List.of(),
              0,
              1,
              Outcome.PENDING,
              take.call(),
              Moment.NEVER));
    }
    return i >= 0;
  }

  /** Whether the element that was taken had been stored before another call began. */
  private static boolean wasStored(
      List<HistoryEvent> events, HistoryEvent taken, HistoryEvent call) {
    return find(
            events,
            0,
            e ->
                e.outcome() == Outcome.STORED
                    && e.value().equals(taken.value())
                    && e.isBefore(call))
        >= 0;
  }

  private static int count(List<HistoryEvent> events, Outcome outcome) {
    return (int) events.stream().filter(event -> event.outcome() == outcome).count();
  }

  private static boolean isPending(List<HistoryEvent> events, RingSide side) {
    return events.stream().anyMatch(e -> e.outcome() == Outcome.PENDING && e.side() == side);
  }

  private static boolean has(List<HistoryEvent> events, OperationKind op) {
    return events.stream().anyMatch(event -> event.op() == op);
  }
}
