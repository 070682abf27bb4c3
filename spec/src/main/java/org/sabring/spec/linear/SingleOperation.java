package org.sabring.spec.linear;

import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.scalar.Moment;

/**
 * A single operation of a history, as the search needs it: a call, or one part of a batch.
 *
 * @param event the operation
 * @param call when it was called, as a rank among all times of the history
 * @param returned when it came back, as a rank; {@link #NEVER} if it did not, and it need not have
 *     taken effect
 * @param value the number of its element among all values; -1 if it has none
 * @param taken of what stores an element, when that is taken as far as can be foreseen, as a rank;
 *     to guide the search, which does not rely on it
 */
public record SingleOperation(HistoryEvent event, int call, int returned, int value, int taken) {
  static final int NEVER = Integer.MAX_VALUE;

  SingleOperation takenAt(int rank) {
    return new SingleOperation(event, call, returned, value, rank);
  }

  /** Whether it has to take effect. */
  boolean isDue() {
    return returned != NEVER;
  }

  /** Whether it stores an element when it takes effect. */
  boolean stores() {
    boolean may = event.outcome() == Outcome.STORED || event.outcome() == Outcome.PENDING;
    return may && event.isGiving();
  }

  /** Whether it takes an element away when it takes effect, seen or unseen. */
  boolean removes() {
    return switch (event.outcome()) {
      case ELEMENT -> event.op() != OperationKind.PEEK;
      case SKIPPED -> true;
      case PENDING -> event.isRemoving();
      default -> false;
    };
  }

  /** Whether it came back before another was called. */
  boolean isBefore(SingleOperation other) {
    return returned < other.call;
  }

  boolean is(OperationKind op) {
    return event.op() == op;
  }

  Outcome outcome() {
    return event.outcome();
  }

  /** When its call came back. */
  Moment end() {
    return event.returned();
  }
}
