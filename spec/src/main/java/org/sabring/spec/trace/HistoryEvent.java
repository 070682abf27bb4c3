package org.sabring.spec.trace;

import org.sabring.spec.law.RingSide;

/**
 * An event of a history: a call and its answer, one line of the file.
 *
 * @param line its line in the file, from 1
 * @param op what was asked
 * @param value the element that was put, offered or got; otherwise 0
 * @param outcome what was answered
 * @param call when it was called, on the clock that both sides share
 * @param returned when it came back; {@link #NEVER} if it did not
 */
public record HistoryEvent(
    long line, OperationKind op, int value, Outcome outcome, long call, long returned) {

  /** When a call that is {@link Outcome#PENDING} comes back. */
  public static final long NEVER = Long.MAX_VALUE;

  /** The side that was called. */
  public RingSide side() {
    return op.side();
  }

  /** Whether the call came back. */
  public boolean hasReturn() {
    return outcome != Outcome.PENDING;
  }

  /** The operation for people: {@code P offer 7: refused}, {@code C take: 7}. */
  public String text() {
    return side().letter() + " " + action();
  }

  /** The operation without its side, for a column that shows it: {@code offer 7: refused}. */
  public String action() {
    return asked()
        + switch (outcome) {
          case STORED -> ": stored";
          case REFUSED -> ": refused";
          case ELEMENT -> ": " + value;
          case EMPTY -> ": empty";
          case END -> ": end";
          case DONE -> ": done";
          case PENDING -> ": never came back";
        };
  }

  /** What was asked, without the answer: {@code offer 7}, {@code take}. */
  public String asked() {
    return isGiving() ? op.label() + " " + value : op.label();
  }

  /** Whether it is a put or an offer. */
  public boolean isGiving() {
    return op == OperationKind.PUT || op == OperationKind.OFFER;
  }

  /** Whether it is a take or a poll. */
  public boolean isTaking() {
    return op == OperationKind.TAKE || op == OperationKind.POLL;
  }
}
