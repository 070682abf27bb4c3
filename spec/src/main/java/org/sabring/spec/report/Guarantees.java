package org.sabring.spec.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Scope;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

/**
 * The table of guarantees, {@code guarantees.md}: promises in groups of rules, which layers hold
 * them, and what each layer's checks were made over. Each tick is one of the verdict's: a check
 * that watched the rule, and a mistake that broke it and was found.
 */
public final class Guarantees {

  /** What a reader asks for, and the rules that promise it. */
  enum Promise {
    FIFO("FIFO, nothing lost, nothing invented", Rule.RB101, Rule.RB103),
    BOUNDED("never more than capacity - 1 stored", Rule.RB104, Rule.RB104),
    SLOTS("no slot is written while it is read", Rule.RB201, Rule.RB202),
    WORDS("one writer a word, cursors move by one", Rule.RB203, Rule.RB204),
    WAKE_UPS("no lost wake-up", Rule.RB301, Rule.RB303),
    GOING_ON("no deadlock", Rule.RB304, Rule.RB304),
    SOME_DAY("everything put is eventually taken", Rule.RB305, Rule.RB305),
    COUNTERS("exact counters and their bounds", Rule.RB401, Rule.RB403),
    ENDING("close and cancel", Rule.RB501, Rule.RB503),
    STREAMS("a stream over the ring", Rule.RB601, Rule.RB615);

    private final String says;
    private final Rule first;
    private final Rule last;

    Promise(String says, Rule first, Rule last) {
      this.says = says;
      this.first = first;
      this.last = last;
    }

    Set<Rule> rules() {
      return EnumSet.range(first, last);
    }

    private String numbers() {
      return first == last ? first.name() : first + (rules().size() == 2 ? ", " : " to ") + last;
    }
  }

  private static final List<String> LAYERS =
      List.of(
          "model",
          "proof",
          "weak",
          "explore",
          "conformance",
          "property",
          "race",
          "oracle",
          "stream");

  private Guarantees() {}

  /** Both tables of a verdict, as Markdown. */
  static String markdown(Verdict verdict) {
    return ticks(verdict.rules()) + "\n" + scopes(verdict);
  }

  /** Which layers hold what: a tick, or the rules of the group that have one. */
  static String ticks(List<RuleEvidence> rules) {
    StringBuilder text = new StringBuilder(row("promise", "rules", LAYERS)).append("|---|---|");
    text.append("---|".repeat(LAYERS.size())).append('\n');
    for (Promise promise : Promise.values()) {
      List<RuleEvidence> own =
          rules.stream().filter(rule -> promise.rules().contains(rule.rule())).toList();
      List<String> cells = LAYERS.stream().map(layer -> cell(own, layer)).toList();
      text.append(row(promise.says, promise.numbers(), cells));
    }
    return text.toString();
  }

  private static String cell(List<RuleEvidence> rules, String layer) {
    if (rules.stream().allMatch(rule -> isTicked(rule, layer))) {
      return "\u2713";
    }
    return rules.stream()
        .filter(rule -> isTicked(rule, layer))
        .map(rule -> rule.rule().name())
        .collect(Collectors.joining(", "));
  }

  private static boolean isTicked(RuleEvidence rule, String layer) {
    return rule.cells().stream()
        .anyMatch(
            cell -> cell.layer().equals(layer) && cell.status() == Status.PASS && cell.isTried());
  }

  /** What the checks of each layer that hold were made over. */
  private static String scopes(Verdict verdict) {
    StringBuilder text = new StringBuilder("| layer | holds for |\n|---|---|\n");
    for (String layer : LAYERS) {
      verdict.layers().stream()
          .filter(one -> one.name().equals(layer) && one.asked())
          .forEach(one -> text.append(scope(layer, scopesOf(one))));
    }
    return text.toString();
  }

  private static List<Map<String, String>> scopesOf(LayerResult layer) {
    return layer.evidence().checks().stream()
        .filter(check -> !check.control() && check.status() == Status.PASS)
        .map(Check::scope)
        .toList();
  }

  /** The row of a layer whose checks were made over these. */
  public static String scope(String layer, List<Map<String, String>> scopes) {
    return "| %s | %s |\n".formatted(layer, Scope.text(Scope.union(scopes)));
  }

  private static String row(String promise, String rules, List<String> cells) {
    return Stream.of(Stream.of(promise, rules), cells.stream())
        .flatMap(part -> part)
        .map(cell -> cell.isEmpty() ? "| " : "| " + cell + " ")
        .collect(Collectors.joining("", "", "|\n"));
  }
}
