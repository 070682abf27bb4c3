package org.sabring.spec.oracle;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Rule;
import org.sabring.spec.trace.HistoryEvent;
import org.sabring.spec.trace.OperationKind;
import org.sabring.spec.trace.Outcome;

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
    if (stuck != null && (stuck.returned() < event.call() || furthest.isStarved(event))) {
      return furthest.producer(stuck);
    }
    return switch (event.outcome()) {
      case ELEMENT -> furthest.element(event);
      case EMPTY -> new HistoryBlame(file, frontier, frontier.low()).empty(event);
      case END -> furthest.end(event);
      default ->
          throw new IllegalArgumentException("event=" + event.text() + ", expected an answer");
    };
  }

  /** Whether only more operations of the producer could have explained the answer. */
  private boolean isStarved(HistoryEvent event) {
    boolean more = event.outcome() == Outcome.ELEMENT || !isClosed();
    return stored == 0 && event.outcome() != Outcome.EMPTY && more && !frontier.isCancelled();
  }

  private TraceFinding element(HistoryEvent event) {
    int value = event.value();
    if (frontier.isCancelled()) {
      return finding(Rule.RB502, event, value + " taken after cancel", "empty, or the end");
    }
    int[] elements = log.oldest(stored);
    int place = 0;
    while (place < stored && elements[place] != value) {
      place++;
    }
    if (place < stored) {
      String missing = "; if " + elements[0] + " never comes, it is lost (RB102)";
      String found = value + " taken before " + elements[0] + ", which was put earlier" + missing;
      return finding(Rule.RB101, event, found, next());
    }
    HistoryEvent earlier = takenBefore(value);
    String found =
        earlier == null
            ? value + " taken, which was not put before"
            : value + " taken, which line " + earlier.line() + " took already";
    return finding(Rule.RB103, event, found, next());
  }

  private @Nullable HistoryEvent takenBefore(int value) {
    return frontier.passed().stream()
        .filter(passed -> Objects.equals(passed.taken(), value))
        .map(Frontier.Passed::event)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private TraceFinding empty(HistoryEvent event) {
    if (stored > 0) {
      return finding(Rule.RB102, event, "the answer empty with " + count(), next());
    }
    return finding(Rule.RB501, event, "the answer empty after close", next());
  }

  private TraceFinding end(HistoryEvent event) {
    String found = isClosed() ? "the end with " + count() : "the end before close";
    return finding(Rule.RB501, event, found, next());
  }

  /** What the consumer may be answered. */
  private String next() {
    if (stored > 0) {
      return Integer.toString(log.oldest(1)[0]);
    }
    return isClosed() ? "the end" : "empty, or to wait";
  }

  /** Blames the producer's next operation. */
  TraceFinding producer(HistoryEvent event) {
    if (event.outcome() == Outcome.STORED && isClosed()) {
      return finding(Rule.RB502, event, event.value() + " stored after close", "to refuse it");
    }
    if (event.outcome() == Outcome.STORED) {
      String allowed = event.op() == OperationKind.OFFER ? "to refuse it" : "to wait";
      return finding(Rule.RB104, event, event.value() + " stored with " + count(), allowed);
    }
    String found = event.asked() + " refused with " + count() + ", neither closed nor cancelled";
    boolean wait = event.op() == OperationKind.PUT && stored == frontier.bound();
    return finding(Rule.RB104, event, found, wait ? "to wait" : "to store it");
  }

  /** Blames a put that never came back. */
  TraceFinding producerAsleep(HistoryEvent event) {
    if (frontier.isCancelled()) {
      String found = event.asked() + " never came back after cancel";
      return finding(Rule.RB503, event, found, "to refuse it");
    }
    String found = event.asked() + " never came back with " + count();
    return finding(Rule.RB301, event, found, isClosed() ? "to refuse it" : "to store it");
  }

  /** Blames a take that never came back. */
  TraceFinding consumerAsleep(HistoryEvent event) {
    String found =
        event.asked()
            + " never came back with "
            + count()
            + (isClosed() ? ", closed" : "")
            + (frontier.isCancelled() ? ", cancelled" : "");
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
