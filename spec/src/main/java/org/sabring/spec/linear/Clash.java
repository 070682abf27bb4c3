package org.sabring.spec.linear;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Rule;

/**
 * A reason why no order of a history's operations is that of a bounded FIFO.
 *
 * @param rule the rule that is broken
 * @param event the operation that nothing explains
 * @param found what it shows, and what follows from it
 * @param allowed what would have been allowed
 * @param lines how it came about
 */
public record Clash(
    Rule rule, HistoryEvent event, String found, String allowed, List<Interleaving.Line> lines) {

  public Clash {
    lines = List.copyOf(lines);
  }

  /**
   * A clash between a few operations, which their times show.
   *
   * @param bound how many elements can be stored
   * @param action the operation that is to blame
   * @param others those that it clashes with
   */
  static Clash of(
      int bound, Rule rule, SingleOperation action, String found, SingleOperation... others) {
    String note = rule + ": " + DeadEnd.sentence(rule, bound);
    List<Interleaving.Line> lines =
        Stream.concat(Stream.of(others), Stream.of(action))
            .sorted(Comparator.comparingInt(SingleOperation::call))
            .map(a -> line(a.event(), a.equals(action) ? note : ""))
            .toList();
    return new Clash(rule, action.event(), found, allowed(rule), lines);
  }

  private static Interleaving.Line line(HistoryEvent event, String note) {
    String when = "at " + event.call() + " to " + event.returned();
    return new Interleaving.Line(event.side(), DeadEnd.text(event), when, note);
  }

  private static String allowed(Rule rule) {
    return switch (rule) {
      case RB101, RB102 -> "the element that was put first";
      case RB103 -> "an element that is stored";
      case RB104 -> "to wait, or to refuse it";
      case RB501 -> "the elements that are stored, and then the end";
      default -> "to refuse it";
    };
  }

  /** {@code 7 taken}, {@code 7 seen}. */
  static String text(SingleOperation got) {
    return got.event().value() + (got.is(OperationKind.PEEK) ? " seen" : " taken");
  }
}
