package org.sabring.spec.oracle;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.law.Rule;
import org.sabring.spec.linear.Frontier;
import org.sabring.spec.linear.ProducerLog;
import org.sabring.spec.scalar.Scalar;

/**
 * The choice of the rule that is broken by an operation which no configuration allows.
 *
 * <p>One pass cannot know what comes later. An element that came out before its turn is reported as
 * out of order (RB101), although the elements that it overtook may turn out to be lost (RB102). An
 * offer that is refused with room is the counterpart of one that is stored without (RB104).
 */
final class HistoryBlame {
  private final String file;
  private final Frontier frontier;
  private final ProducerLog log;

  private final long at;
  private final int stored;

  /**
   * @param at the configuration to explain it in: how many operations of the producer have taken
   *     effect
   */
  HistoryBlame(String file, Frontier frontier, long at) {
    this.file = file;
    this.frontier = frontier;
    this.at = at;
    log = frontier.log();
    stored = frontier.stored(at);
  }

  /** Blames the consumer's operation, unless it fails only because the producer's next one does. */
  static TraceFinding consumer(String file, Frontier frontier, HistoryEvent event)
      throws IOException {
    HistoryBlame furthest = new HistoryBlame(file, frontier, frontier.high());
    HistoryEvent stuck = frontier.next(event.returned());
    if (stuck != null && (stuck.isBefore(event) || furthest.isStarved(event))) {
      return furthest.producer(stuck);
    }
    return switch (event.outcome()) {
      case ELEMENT -> furthest.element(event);
      case SKIPPED -> furthest.skipped(event);
      case COUNTED -> furthest.counted(event);
      case EMPTY, NOTHING -> new HistoryBlame(file, frontier, frontier.low()).empty(event);
      case END -> furthest.end(event);
      default ->
          throw new IllegalArgumentException("event=" + event.text() + ", expected an answer");
    };
  }

  /** Whether only more operations of the producer could have explained the answer. */
  private boolean isStarved(HistoryEvent event) {
    boolean more =
        switch (event.outcome()) {
          case ELEMENT, SKIPPED -> stored == 0;
          case COUNTED -> stored < event.count();
          case END -> stored == 0 && !isClosed();
          default -> false;
        };
    return more && !frontier.isCancelled();
  }

  private TraceFinding element(HistoryEvent event) {
    Scalar value = event.value();
    String did = event.op() == OperationKind.PEEK ? " seen" : " taken";
    if (frontier.isCancelled()) {
      return finding(Rule.RB502, event, value + did + " after cancel", "empty, or the end");
    }
    List<Scalar> elements = log.oldest(stored);
    if (elements.contains(value)) {
      Scalar oldest = elements.get(0);
      String missing = "; if " + oldest + " never comes, it is lost (RB102)";
      String found = value + did + " before " + oldest + ", which was put earlier" + missing;
      return finding(Rule.RB101, event, found, next());
    }
    HistoryEvent earlier = takenBefore(value);
    String found =
        earlier == null
            ? value + did + ", which was not put before: it is invented, or came too early"
            : value + did + ", which line " + earlier.line() + " took already: it is doubled";
    return finding(Rule.RB103, event, found, next());
  }

  private @Nullable HistoryEvent takenBefore(Scalar value) {
    return frontier.passed().stream()
        .filter(passed -> value.equals(passed.taken()))
        .map(Frontier.Passed::event)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private TraceFinding skipped(HistoryEvent event) {
    return frontier.isCancelled()
        ? finding(Rule.RB502, event, "an element skipped after cancel", "nothing")
        : finding(Rule.RB103, event, "an element skipped with " + count(), next());
  }

  private TraceFinding empty(HistoryEvent event) {
    String said = event.outcome() == Outcome.EMPTY ? "the answer empty" : "nothing got";
    if (stored > 0) {
      String missed = ": " + log.oldest(1).get(0) + " is missed, and lost if it never comes";
      return finding(Rule.RB102, event, said + " with " + count() + missed, next());
    }
    String waits = ": the consumer is not told that nothing will come";
    return finding(Rule.RB501, event, said + " after close" + waits, next());
  }

  private TraceFinding end(HistoryEvent event) {
    if (isClosed()) {
      String lost = ": " + log.oldest(1).get(0) + " is lost";
      return finding(Rule.RB501, event, "the end with " + count() + lost, next());
    }
    String lost = stored > 0 ? log.oldest(1).get(0) + " is lost" : "what is put later is lost";
    return finding(Rule.RB501, event, "the end before close: " + lost, next());
  }

  private TraceFinding counted(HistoryEvent event) {
    int fewest = frontier.stored(frontier.low());
    String range = fewest == stored ? "" + stored : fewest + " to " + stored;
    boolean few = event.count() < fewest;
    String found =
        "a count of "
            + event.count()
            + " where "
            + range
            + " of "
            + frontier.bound()
            + (event.count() > frontier.bound() ? " can be" : " are")
            + (few ? " stored: elements are lost" : " stored: elements are invented or doubled");
    Rule rule = few ? Rule.RB102 : event.count() > frontier.bound() ? Rule.RB104 : Rule.RB103;
    return finding(rule, event, found, range);
  }

  /** What the consumer may be answered. */
  private String next() {
    if (stored > 0) {
      return log.oldest(1).get(0).toString();
    }
    return isClosed() ? "the end" : "empty, or to wait";
  }

  /** Blames the producer's next operation. */
  TraceFinding producer(HistoryEvent event) {
    return switch (event.outcome()) {
      case COUNTED -> counted(event);
      case REFUSED -> refused(event);
      default -> stored(event);
    };
  }

  private TraceFinding stored(HistoryEvent event) {
    Scalar value = event.value();
    if (isClosed()) {
      String found = value + " stored after close: the consumer may have seen the end before it";
      return finding(Rule.RB502, event, found, "to refuse it");
    }
    String lost = ": " + log.oldest(1).get(0) + ", the oldest, may be overwritten";
    String allowed = event.op() == OperationKind.OFFER ? "to refuse it" : "to wait";
    return finding(Rule.RB104, event, value + " stored with " + count() + lost, allowed);
  }

  private TraceFinding refused(HistoryEvent event) {
    String found = event.asked() + " refused with " + count() + ", neither closed nor cancelled";
    boolean wait = event.op() == OperationKind.PUT && stored == frontier.bound();
    return finding(Rule.RB104, event, found, wait ? "to wait" : "to store it");
  }

  /** Blames a put that never came back. */
  TraceFinding producerAsleep(HistoryEvent event) {
    if (frontier.isCancelled()) {
      String found = event.asked() + " never came back after cancel: nobody will make room for it";
      return finding(Rule.RB503, event, found, "to refuse it");
    }
    String found = event.asked() + " never came back with " + count();
    String asleep = isClosed() ? "" : ": " + event.caller().name() + " sleeps beside room";
    return finding(Rule.RB301, event, found + asleep, isClosed() ? "to refuse it" : "to store it");
  }

  /** Blames a take that never came back. */
  TraceFinding consumerAsleep(HistoryEvent event) {
    boolean over = stored > 0 && !frontier.isCancelled();
    String found =
        event.asked()
            + " never came back with "
            + count()
            + (isClosed() ? ", closed" : "")
            + (frontier.isCancelled() ? ", cancelled" : "")
            + (over ? ": " + event.caller().name() + " sleeps over " + log.oldest(1).get(0) : "");
    return finding(Rule.RB301, event, found, frontier.isCancelled() ? "the end" : next());
  }

  private boolean isClosed() {
    return log.isClosedBefore(at);
  }

  private String count() {
    return stored + " of " + frontier.bound() + " stored";
  }

  private TraceFinding finding(Rule rule, HistoryEvent event, String found, String allowed) {
    return new TraceFinding(
        rule, file, event.line(), found, allowed, HistoryWitness.of(frontier, at, event, rule));
  }
}
