package org.sabring.spec.oracle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sabring.spec.event.Caller;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.scalar.Moment;
import org.sabring.spec.scalar.Scalar;
import org.sabring.spec.trace.TraceHeader;
import org.sabring.spec.trace.TraceKind;
import org.sabring.spec.trace.TraceReader;
import org.sabring.spec.trace.TraceWriter;

/** Histories in few words, for tests. */
final class Histories {
  private Histories() {}

  /**
   * An operation in words: {@code put 7 1-5}, {@code offer 7 refused 1-5}, {@code take 7 1-5},
   * {@code poll empty 1-5}, {@code take end 1-5}, {@code close 1-5}; {@code 1-} never came back.
   * Batches: {@code offer 1/2/3 1-5}, {@code offer 1/2/3 stored 2 1-5}, {@code take 1/2 1-5},
   * {@code poll nothing 1-5}. Others: {@code peek 7 1-5}, {@code count 3 1-5}, {@code skip 2 1-5}.
   * {@code P2:put 7 1-5} is by one of several threads.
   */
  static HistoryEvent event(String text) {
    String[] named = text.split(":", 2);
    String[] word = named[named.length - 1].split(" ");
    OperationKind op = OperationKind.valueOf(word[0].toUpperCase(Locale.ROOT));
    String[] times = word[word.length - 1].split("-", 2);
    boolean back = !times[1].isEmpty();
    List<String> middle = Arrays.asList(word).subList(1, word.length - 1);
    boolean numbered = op == OperationKind.COUNT || op == OperationKind.SKIP;
    List<Scalar> values =
        !numbered && !middle.isEmpty() && middle.get(0).matches("[-\\d/]+")
            ? Arrays.stream(middle.get(0).split("/")).map(Scalar::parse).toList()
            : List.of();
    Outcome outcome = back ? outcome(op, middle) : Outcome.PENDING;
    int count =
        numbered && !middle.isEmpty()
            ? Integer.parseInt(middle.get(0))
            : middle.contains("stored") ? Integer.parseInt(middle.get(2)) : values.size();
    boolean none = middle.contains("stored") && count == 0;
    RingSide side =
        text.startsWith("P") ? RingSide.PRODUCER : named.length > 1 ? RingSide.CONSUMER : op.side();
    return new HistoryEvent(
        0,
        named.length > 1 ? new Caller(side, named[0]) : Caller.only(side),
        op,
        values,
        count,
        none || values.isEmpty() ? Math.max(1, numbered ? count : 1) : values.size(),
        none ? Outcome.REFUSED : outcome,
        Moment.of(Long.parseLong(times[0])),
        back ? Moment.parse(times[1]) : Moment.NEVER);
  }

  private static Outcome outcome(OperationKind op, List<String> words) {
    boolean refused = words.contains("refused");
    boolean empty = words.contains("empty");
    boolean end = words.contains("end");
    boolean nothing = words.contains("nothing");
    return switch (op) {
      case PUT, OFFER -> refused ? Outcome.REFUSED : Outcome.STORED;
      case CLOSE, CANCEL -> Outcome.DONE;
      case COUNT -> Outcome.COUNTED;
      case SKIP -> words.contains("0") ? Outcome.NOTHING : Outcome.SKIPPED;
      case TAKE, POLL, PEEK ->
          empty ? Outcome.EMPTY : end ? Outcome.END : nothing ? Outcome.NOTHING : Outcome.ELEMENT;
    };
  }

  /** The lines of a file. */
  static String json(TraceHeader header, List<HistoryEvent> events) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      TraceWriter.writeHistory(header, events, out);
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The line of an operation in a file. */
  static String json(HistoryEvent event) {
    String file = json(header(1, true, false), List.of(event));
    return file.substring(file.indexOf('\n') + 1);
  }

  static TraceHeader header(int bound, boolean complete, boolean overwrites) {
    return new TraceHeader(
        TraceKind.HISTORY, bound, Profile.REFERENCE, complete, "test", overwrites);
  }

  static Judgement judge(TraceHeader header, List<HistoryEvent> events) throws IOException {
    byte[] file = json(header, events).getBytes(StandardCharsets.UTF_8);
    try (TraceReader reader = TraceReader.open(new ByteArrayInputStream(file), "t")) {
      return HistoryOracle.judge(reader);
    }
  }

  static Judgement judge(int bound, boolean complete, List<HistoryEvent> events)
      throws IOException {
    return judge(header(bound, complete, false), events);
  }

  /** The operations of words, separated by commas. */
  static List<HistoryEvent> events(String words) {
    return Arrays.stream(words.split(",")).map(String::trim).map(Histories::event).toList();
  }

  /** Judges operations in words, separated by commas. */
  static Judgement judge(int bound, boolean complete, String words) throws IOException {
    return judge(bound, complete, events(words));
  }
}
