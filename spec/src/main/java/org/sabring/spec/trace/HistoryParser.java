package org.sabring.spec.trace;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.sabring.spec.law.RingSide;

/**
 * The parser of a history's lines, which sees to it that the calls of one side follow one another.
 *
 * <p>A {@code put} that came back has stored its value, unless it has {@code "result":false}: then
 * it was refused because the queue was closed or cancelled. A put that gave up because the queue
 * was full is written as an {@code offer}. A {@code take} or {@code poll} that came back has
 * exactly one of {@code value}, {@code "empty":true} and {@code "end":true}.
 */
final class HistoryParser {
  private final Map<RingSide, Map<String, OperationKind>> operations =
      new EnumMap<>(RingSide.class);
  private final Map<RingSide, HistoryEvent> last = new EnumMap<>(RingSide.class);

  HistoryParser() {
    for (RingSide side : RingSide.values()) {
      OperationKind[] own =
          Arrays.stream(OperationKind.values())
              .filter(op -> op.side() == side)
              .toArray(OperationKind[]::new);
      operations.put(side, Key.byLabel(own, OperationKind::label));
    }
  }

  HistoryEvent parse(JsonLine line) throws IOException {
    RingSide side = StepParser.side(line);
    OperationKind op = line.oneOf(Key.OP, operations.getOrDefault(side, Map.of()));
    long call = line.integer(Key.CALL, Long.MIN_VALUE, HistoryEvent.NEVER - 1);
    follow(side, call, line);
    boolean back = line.has(Key.RETURN);
    long returned =
        back ? line.integer(Key.RETURN, call, HistoryEvent.NEVER - 1) : HistoryEvent.NEVER;
    Outcome outcome = back ? outcome(op, line) : pending(op, line);
    boolean valued =
        outcome == Outcome.ELEMENT || op == OperationKind.PUT || op == OperationKind.OFFER;
    int value = valued ? line.int32(Key.VALUE) : 0;
    HistoryEvent event = new HistoryEvent(line.number(), op, value, outcome, call, returned);
    last.put(side, event);
    return event;
  }

  private void follow(RingSide side, long call, JsonLine line) throws IOException {
    HistoryEvent before = last.get(side);
    if (before == null) {
      return;
    }
    String where = "line " + before.line();
    if (!before.hasReturn()) {
      throw line.error(
          "a call by " + side.letter() + " after " + where + ", which never came back",
          "nothing more from that side");
    }
    if (call < before.returned()) {
      throw line.unexpected(
          Key.CALL,
          "at least "
              + before.returned()
              + ", the return of "
              + where
              + ": there is one producer and one consumer, and a side makes one call at a time");
    }
  }

  private static Outcome outcome(OperationKind op, JsonLine line) throws IOException {
    return switch (op) {
      case PUT -> !line.has(Key.RESULT) || line.flag(Key.RESULT) ? Outcome.STORED : Outcome.REFUSED;
      case OFFER -> line.flag(Key.RESULT) ? Outcome.STORED : Outcome.REFUSED;
      case CLOSE, CANCEL -> Outcome.DONE;
      case TAKE, POLL -> answer(line);
    };
  }

  private static Outcome answer(JsonLine line) throws IOException {
    boolean element = line.has(Key.VALUE);
    boolean empty = line.flagOrFalse(Key.EMPTY);
    boolean end = line.flagOrFalse(Key.END);
    int answers = (element ? 1 : 0) + (empty ? 1 : 0) + (end ? 1 : 0);
    if (answers != 1) {
      throw line.error(
          (answers == 0 ? "none" : "more than one") + " of \"value\", \"empty\" and \"end\"",
          "exactly one: what the call answered");
    }
    return element ? Outcome.ELEMENT : empty ? Outcome.EMPTY : Outcome.END;
  }

  /** A call that never came back has no answer. */
  private static Outcome pending(OperationKind op, JsonLine line) throws IOException {
    boolean took = line.has(Key.VALUE) || line.has(Key.EMPTY) || line.has(Key.END);
    boolean answered = op.side() == RingSide.CONSUMER ? took : line.has(Key.RESULT);
    if (answered) {
      throw line.error("an answer but no \"return\"", "both or neither");
    }
    return Outcome.PENDING;
  }
}
