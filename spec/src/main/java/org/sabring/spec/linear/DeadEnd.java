package org.sabring.spec.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Rule;

/**
 * What no order explains, when every order was tried: the operation that came back first of those
 * still to do, where the search came furthest, and the rule that it breaks there.
 */
public final class DeadEnd {
  private static final int REMEMBERED = 20;

  private final int bound;
  private final boolean overwrites;
  private final OrderSearch search;
  private final QueueState queue;

  private DeadEnd(OperationTable table, OrderSearch search) {
    bound = table.header().bound();
    overwrites = table.header().overwrites();
    this.search = search;
    queue = search.queue();
  }

  /**
   * Goes where a search came furthest that found no order.
   *
   * @param most how many configurations it entered
   */
  public static Clash of(OperationTable table, OrderSearch tried, int most) {
    OrderSearch again = new OrderSearch(table, most);
    again.run(tried.furthest());
    return new DeadEnd(table, again).clash();
  }

  private Clash clash() {
    SingleOperation target = search.target();
    SingleOperation blamed = Objects.requireNonNull(target == null ? search.sleeper() : target);
    HistoryEvent event = blamed.event();
    Reason reason = target == null ? sleeps(blamed) : reason(blamed);
    List<Interleaving.Line> lines = new ArrayList<>();
    String picture = queue.picture();
    for (OrderSearch.Taken taken : search.last(REMEMBERED)) {
      lines.add(line(taken.action().event(), taken.after(), ""));
    }
    lines.add(line(event, picture, reason.rule + ": " + sentence(reason.rule, bound)));
    return new Clash(reason.rule, event, reason.found, reason.allowed, lines);
  }

  private static Interleaving.Line line(HistoryEvent event, String memory, String note) {
    return new Interleaving.Line(event.side(), text(event), memory, note);
  }

  /** An operation in a column that several threads may share: {@code 12: P2 put 7: stored}. */
  static String text(HistoryEvent event) {
    String thread = event.caller().isOnly() ? "" : event.caller().name() + " ";
    return event.line() + ": " + thread + event.action();
  }

  /** What a rule says of a queue of which nothing is known but how many elements it holds. */
  public static String sentence(Rule rule, int bound) {
    return rule == Rule.RB104 ? "At most " + bound + " elements are stored." : rule.sentence();
  }

  private record Reason(Rule rule, String found, String allowed) {}

  private Reason reason(SingleOperation target) {
    String value = target.event().value().toString();
    String asked = target.event().asked();
    boolean closed = queue.isClosed();
    return switch (target.outcome()) {
      case STORED ->
          closed
              ? new Reason(
                  Rule.RB502,
                  value + " stored after close: a consumer may have seen the end before it",
                  "to refuse it")
              : new Reason(
                  Rule.RB104,
                  value + " stored with " + count() + ": " + oldest() + " may be overwritten",
                  target.is(OperationKind.OFFER) ? "to refuse it" : "to wait");
      case REFUSED ->
          new Reason(
              Rule.RB104,
              asked + " refused with " + count() + ", neither closed nor cancelled",
              queue.size() == bound ? "to wait" : "to store it");
      case ELEMENT -> element(target, value);
      case SKIPPED ->
          new Reason(Rule.RB103, "an element skipped with " + count(), "nothing to skip");
      case COUNTED -> counted(target.event().count());
      case EMPTY, NOTHING, END -> nothing(target);
      case DONE, PENDING -> throw new IllegalStateException("event=" + target.event().text());
    };
  }

  private Reason element(SingleOperation target, String value) {
    String did = target.is(OperationKind.PEEK) ? " seen" : " taken";
    if (queue.isCancelled()) {
      return new Reason(Rule.RB502, value + did + " after cancel", "empty, or the end");
    }
    boolean stored = queue.elements().stream().anyMatch(e -> e.value() == target.value());
    if (stored) {
      String oldest = oldest();
      String found =
          value
              + did
              + " before "
              + oldest
              + ", which was put earlier; if "
              + oldest
              + " never comes, it is lost (RB102)";
      return new Reason(Rule.RB101, found, oldest);
    }
    String found =
        value
            + did
            + ", which is not stored then: "
            + (overwrites ? "overwritten, " : "")
            + "invented, doubled, or out of turn";
    return new Reason(Rule.RB103, found, queue.size() > 0 ? oldest() : "empty, or to wait");
  }

  private Reason counted(int count) {
    boolean few = count < queue.size();
    Rule rule = few ? Rule.RB102 : count > bound ? Rule.RB104 : Rule.RB103;
    String found =
        "a count of "
            + count
            + " with "
            + count()
            + (few ? ": elements are lost" : ": elements are invented or doubled");
    return new Reason(rule, found, Integer.toString(queue.size()));
  }

  private Reason nothing(SingleOperation target) {
    String said =
        switch (target.outcome()) {
          case EMPTY -> "the answer empty";
          case END -> "the end";
          default -> "nothing got";
        };
    boolean end = said.equals("the end");
    if (queue.size() > 0) {
      String found =
          said + " with " + count() + ": " + oldest() + " is missed, and lost if it never comes";
      return new Reason(end ? Rule.RB501 : Rule.RB102, found, oldest());
    }
    return end
        ? new Reason(Rule.RB501, "the end before close: what is put later is lost", "empty")
        : new Reason(Rule.RB501, said + " after close", "the end");
  }

  private Reason sleeps(SingleOperation sleeper) {
    HistoryEvent event = sleeper.event();
    String found =
        event.asked()
            + " never came back with "
            + count()
            + (queue.isClosed() ? ", closed" : "")
            + (queue.isCancelled() ? ", cancelled" : "")
            + ": "
            + event.caller().name()
            + (queue.isClosed() || queue.isCancelled()
                ? " sleeps over the end"
                : event.isGiving() ? " sleeps beside room" : " sleeps over " + oldest());
    Rule rule = event.isGiving() && queue.isCancelled() ? Rule.RB503 : Rule.RB301;
    return new Reason(rule, found, event.isGiving() ? "to store or refuse it" : "an answer");
  }

  private String count() {
    return queue.size() + " of " + bound + " stored";
  }

  /** The oldest element, if there is one. */
  private String oldest() {
    @Nullable SingleOperation oldest = queue.size() == 0 ? null : queue.elements().get(0);
    return oldest == null ? "nothing" : oldest.event().value().toString();
  }
}
