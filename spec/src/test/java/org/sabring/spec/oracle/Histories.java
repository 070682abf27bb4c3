package org.sabring.spec.oracle;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sabring.spec.trace.HistoryEvent;
import org.sabring.spec.trace.OperationKind;
import org.sabring.spec.trace.Outcome;
import org.sabring.spec.trace.TraceReader;
import org.sabring.spec.trace.Traces;

/** Histories in few words, for tests. */
final class Histories {
  private Histories() {}

  /**
   * An operation in words: {@code put 7 1-5}, {@code offer 7 refused 1-5}, {@code take 7 1-5},
   * {@code poll empty 1-5}, {@code take end 1-5}, {@code close 1-5}; {@code 1-} never came back.
   */
  static HistoryEvent event(String words) {
    String[] word = words.split(" ");
    OperationKind op = OperationKind.valueOf(word[0].toUpperCase(Locale.ROOT));
    String[] times = word[word.length - 1].split("-", 2);
    boolean back = !times[1].isEmpty();
    List<String> middle = Arrays.asList(word).subList(1, word.length - 1);
    boolean valued = !middle.isEmpty() && middle.get(0).matches("-?\\d+");
    return new HistoryEvent(
        0,
        op,
        valued ? Integer.parseInt(middle.get(0)) : 0,
        back ? outcome(op, middle) : Outcome.PENDING,
        Long.parseLong(times[0]),
        back ? Long.parseLong(times[1]) : HistoryEvent.NEVER);
  }

  private static Outcome outcome(OperationKind op, List<String> words) {
    return switch (op) {
      case PUT, OFFER -> words.contains("refused") ? Outcome.REFUSED : Outcome.STORED;
      case CLOSE, CANCEL -> Outcome.DONE;
      case TAKE, POLL ->
          words.contains("empty")
              ? Outcome.EMPTY
              : words.contains("end") ? Outcome.END : Outcome.ELEMENT;
    };
  }

  /** The line of an operation in a file. */
  static String json(HistoryEvent event) {
    return "{\"thread\":\""
        + event.side().letter()
        + "\",\"op\":\""
        + event.op().label()
        + "\",\"call\":"
        + event.call()
        + (event.isGiving() ? ",\"value\":" + event.value() : "")
        + switch (event.outcome()) {
          case STORED -> ",\"result\":true";
          case REFUSED -> ",\"result\":false";
          case ELEMENT -> ",\"value\":" + event.value();
          case EMPTY -> ",\"empty\":true";
          case END -> ",\"end\":true";
          case DONE, PENDING -> "";
        }
        + (event.hasReturn() ? ",\"return\":" + event.returned() : "")
        + "}\n";
  }

  static String header(int bound, boolean complete) {
    return "{\"format\":\"sabring-trace\",\"version\":1,\"kind\":\"history\",\"bound\":"
        + bound
        + ",\"complete\":"
        + complete
        + "}\n";
  }

  static Judgement judge(int bound, boolean complete, List<HistoryEvent> events)
      throws IOException {
    String lines = events.stream().map(Histories::json).collect(Collectors.joining());
    try (TraceReader reader = Traces.open(header(bound, complete) + lines)) {
      return HistoryOracle.judge(reader);
    }
  }

  /** Judges operations in words, separated by commas. */
  static Judgement judge(int bound, boolean complete, String words) throws IOException {
    List<HistoryEvent> events =
        Arrays.stream(words.split(",")).map(String::trim).map(Histories::event).toList();
    return judge(bound, complete, events);
  }
}
