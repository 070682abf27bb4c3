package org.sabring.spec.event;

import java.util.List;
import java.util.stream.Collectors;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.scalar.Moment;
import org.sabring.spec.scalar.Scalar;

/**
 * An event of a history: a call and its answer, one line of the file.
 *
 * <p>A batch is a sequence of single operations, each of which takes effect at a time of its own
 * within the call: {@link #part}.
 *
 * @param line its line in the file, from 1
 * @param caller who called
 * @param op what was asked
 * @param values the elements that were put or offered, or got; of every other call none
 * @param count how many elements were stored, got, dropped or counted
 * @param most how many it was about at most; of what was refused, how many found no room
 * @param outcome what was answered
 * @param call when it was called, on the clock that all threads share
 * @param returned when it came back; {@link Moment#NEVER} if it did not
 */
public record HistoryEvent(
    long line,
    Caller caller,
    OperationKind op,
    List<Scalar> values,
    int count,
    int most,
    Outcome outcome,
    Moment call,
    Moment returned) {

  /** When a call that is {@link Outcome#PENDING} comes back, for times that are integers. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final int SHOWN = 8;

  /**
   * A call of one element by the only thread of its side.
   *
   * @param value the element that was put, offered or got, or how many were counted
   * @param returned {@link #NEVER} if it did not come back
   */
  public HistoryEvent(
      long line, OperationKind op, int value, Outcome outcome, long call, long returned) {
    this(
        line,
        Caller.only(op.side()),
        op,
        isGiving(op) || outcome == Outcome.ELEMENT ? List.of(Scalar.of(value)) : List.of(),
        outcome == Outcome.COUNTED ? value : 1,
        1,
        outcome,
        Moment.of(call),
        returned == NEVER ? Moment.NEVER : Moment.of(returned));
  }

  /** The side that was called. */
  public RingSide side() {
    return caller.side();
  }

  /** The first element that was put, offered or got; null, which is a value, if there is none. */
  public Scalar value() {
    return values.isEmpty() ? Scalar.NULL : values.get(0);
  }

  /** The first element, which has to be an integer of 32 bits; 0 if there is none. */
  public int number() {
    return values.isEmpty() ? 0 : Math.toIntExact(value().longValue());
  }

  /** Whether the call came back. */
  public boolean hasReturn() {
    return outcome != Outcome.PENDING;
  }

  /** Whether it had come back before another was called; at equal times it had not. */
  public boolean isBefore(HistoryEvent other) {
    return returned.isBefore(other.call);
  }

  /** Of how many single operations it consists. */
  public int parts() {
    return switch (outcome) {
      case STORED, SKIPPED -> count;
      case ELEMENT -> values.size();
      case PENDING -> isGiving() ? values.size() : isRemoving() ? most : 1;
      default -> 1;
    };
  }

  /** One of the single operations; of a call that is none of a batch, the call itself. */
  public HistoryEvent part(int index) {
    if (parts() == 1) {
      return this;
    }
    List<Scalar> own = values.isEmpty() ? values : List.of(values.get(index));
    int left = hasReturn() ? 1 : (isGiving() ? values.size() : most) - index;
    return new HistoryEvent(line, caller, op, own, 1, left, outcome, call, returned);
  }

  /** The operation for people: {@code P offer 7: refused}, {@code C take: 7}. */
  public String text() {
    return caller.name() + " " + action();
  }

  /** The operation without its thread, for a column that shows it: {@code offer 7: refused}. */
  public String action() {
    return asked()
        + switch (outcome) {
          case STORED -> ": stored" + (count < values.size() ? " the first " + count : "");
          case REFUSED -> ": refused";
          case ELEMENT -> ": " + shown();
          case SKIPPED, COUNTED -> ": " + count;
          case EMPTY -> ": empty";
          case END -> ": end";
          case NOTHING -> ": nothing";
          case DONE -> ": done";
          case PENDING -> ": never came back";
        };
  }

  /** What was asked, without the answer: {@code offer 7}, {@code take}. */
  public String asked() {
    return isGiving() ? op.label() + " " + shown() : op.label();
  }

  private String shown() {
    String some =
        values.stream().limit(SHOWN).map(Scalar::toString).collect(Collectors.joining(" "));
    return values.size() > SHOWN ? some + " … " + values.size() + " in all" : some;
  }

  /** Whether it is a put or an offer. */
  public boolean isGiving() {
    return isGiving(op);
  }

  private static boolean isGiving(OperationKind op) {
    return op == OperationKind.PUT || op == OperationKind.OFFER;
  }

  /** Whether it is a take or a poll. */
  public boolean isTaking() {
    return op == OperationKind.TAKE || op == OperationKind.POLL;
  }

  /** Whether it is a take, a poll or a skip. */
  public boolean isRemoving() {
    return isTaking() || op == OperationKind.SKIP;
  }
}
