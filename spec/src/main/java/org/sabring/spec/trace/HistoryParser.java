package org.sabring.spec.trace;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sabring.spec.event.Caller;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.scalar.Moment;
import org.sabring.spec.scalar.Scalar;

/**
 * The parser of a history's lines.
 *
 * <p>A {@code put} that came back has stored its value, unless it has {@code "result":false}: then
 * it was refused because the queue was closed or cancelled. A put that gave up because the queue
 * was full is written as an {@code offer}. A {@code take}, {@code poll} or {@code peek} that came
 * back has exactly one of {@code value}, {@code values}, {@code "empty":true} and {@code
 * "end":true}.
 */
final class HistoryParser {
  private final Map<RingSide, Map<String, OperationKind>> operations =
      new EnumMap<>(RingSide.class);
  private final Callers callers = new Callers();

  HistoryParser() {
    for (RingSide side : RingSide.values()) {
      OperationKind[] own =
          Arrays.stream(OperationKind.values())
              .filter(op -> op.isOf(side))
              .toArray(OperationKind[]::new);
      Map<String, OperationKind> labels =
          new LinkedHashMap<>(Key.byLabel(own, OperationKind::label));
      labels.put("size", OperationKind.COUNT);
      operations.put(side, labels);
    }
  }

  HistoryEvent parse(JsonLine line) throws IOException {
    Caller caller = callers.caller(line);
    OperationKind op = line.oneOf(Key.OP, operations.getOrDefault(caller.side(), Map.of()));
    Moment call = line.moment(Key.CALL);
    callers.follow(call, line);
    Moment returned = line.has(Key.RETURN) ? line.moment(Key.RETURN) : Moment.NEVER;
    if (returned.isBefore(call)) {
      throw line.unexpected(Key.RETURN, "at least " + call + ", its call");
    }
    Answer answer =
        switch (op) {
          case PUT, OFFER -> given(op, line);
          case CLOSE, CANCEL -> new Answer(List.of(), 0, 0, Outcome.DONE);
          case TAKE, POLL, PEEK -> got(op, line);
          case SKIP -> skipped(line);
          case COUNT -> counted(line);
        };
    HistoryEvent event =
        new HistoryEvent(
            line.number(),
            caller,
            op,
            answer.values,
            answer.count,
            answer.most,
            line.has(Key.RETURN) ? answer.outcome : Outcome.PENDING,
            call,
            returned);
    callers.called(event);
    return event;
  }

  /** What a line says beside who called when. */
  private record Answer(List<Scalar> values, int count, int most, Outcome outcome) {}

  private static Answer given(OperationKind op, JsonLine line) throws IOException {
    boolean batch = line.has(Key.VALUES);
    if (batch && line.has(Key.VALUE)) {
      throw line.error("\"value\" and \"values\"", "one of the two");
    }
    List<Scalar> values =
        batch ? List.copyOf(line.scalars(Key.VALUES)) : List.of(line.scalar(Key.VALUE));
    boolean counted = line.has(Key.STORED);
    if (!hasAnswer(counted || line.has(Key.RESULT), line)) {
      return new Answer(values, 0, values.size(), Outcome.PENDING);
    }
    if (counted && line.has(Key.RESULT)) {
      throw line.error("\"stored\" and \"result\"", "one of the two");
    }
    boolean optional = op == OperationKind.PUT && !line.has(Key.RESULT);
    int stored =
        counted
            ? (int) line.integer(Key.STORED, 0, values.size())
            : optional || line.flag(Key.RESULT) ? values.size() : 0;
    Outcome outcome =
        stored > 0 ? Outcome.STORED : values.isEmpty() ? Outcome.DONE : Outcome.REFUSED;
    return new Answer(values, stored, counted ? 1 : values.size(), outcome);
  }

  private static Answer got(OperationKind op, JsonLine line) throws IOException {
    boolean batch = line.has(Key.VALUES);
    if (batch && op == OperationKind.PEEK) {
      throw line.unexpected(Key.VALUES, "no \"values\": a peek sees one element");
    }
    boolean empty = line.flagOrFalse(Key.EMPTY);
    boolean end = line.flagOrFalse(Key.END);
    boolean element = line.has(Key.VALUE);
    int most = (int) optional(Key.MAX, 1, line);
    if (!hasAnswer(batch || element || empty || end, line)) {
      return new Answer(List.of(), 0, most, Outcome.PENDING);
    }
    List<Scalar> values =
        batch
            ? List.copyOf(line.scalars(Key.VALUES))
            : element ? List.of(line.scalar(Key.VALUE)) : List.of();
    boolean something = element || !values.isEmpty();
    boolean nothing = batch && values.isEmpty() && !empty && !end;
    int answers =
        (something ? 1 : 0) + (nothing ? 1 : 0) + (empty ? 1 : 0) + (end ? 1 : 0) + both(line);
    if (answers != 1) {
      throw line.error(
          (answers == 0 ? "none" : "more than one")
              + " of \"value\", \"values\", \"empty\" and \"end\"",
          "exactly one: what the call answered");
    }
    if (line.has(Key.MAX) && values.size() > most) {
      throw line.unexpected(Key.MAX, "at least " + values.size() + ", as many as it got");
    }
    if (something) {
      return new Answer(values, values.size(), most, Outcome.ELEMENT);
    }
    boolean unasked = line.has(Key.MAX) && most == 0 && !end;
    return new Answer(
        values,
        0,
        most,
        unasked ? Outcome.DONE : end ? Outcome.END : empty ? Outcome.EMPTY : Outcome.NOTHING);
  }

  /** One answer too many where there is a value and an array of values. */
  private static int both(JsonLine line) {
    return line.has(Key.VALUE) && line.has(Key.VALUES) ? 1 : 0;
  }

  private static Answer skipped(JsonLine line) throws IOException {
    int most = (int) optional(Key.N, Integer.MAX_VALUE, line);
    if (!hasAnswer(line.has(Key.TAKEN), line)) {
      return new Answer(List.of(), 0, most, Outcome.PENDING);
    }
    int taken = (int) line.integer(Key.TAKEN, 0, most);
    Outcome none = most == 0 ? Outcome.DONE : Outcome.NOTHING;
    return new Answer(List.of(), taken, most, taken > 0 ? Outcome.SKIPPED : none);
  }

  private static Answer counted(JsonLine line) throws IOException {
    if (!hasAnswer(line.has(Key.VALUE), line)) {
      return new Answer(List.of(), 0, 0, Outcome.PENDING);
    }
    int count = (int) line.integer(Key.VALUE, 0, Integer.MAX_VALUE);
    return new Answer(List.of(), count, 0, Outcome.COUNTED);
  }

  private static long optional(Key key, int absent, JsonLine line) throws IOException {
    return line.has(key) ? line.integer(key, 0, Integer.MAX_VALUE) : absent;
  }

  /** Whether it came back; a call that never did has no answer. */
  private static boolean hasAnswer(boolean answered, JsonLine line) throws IOException {
    if (answered && !line.has(Key.RETURN)) {
      throw line.error("an answer but no \"return\"", "both or neither");
    }
    return line.has(Key.RETURN);
  }
}
