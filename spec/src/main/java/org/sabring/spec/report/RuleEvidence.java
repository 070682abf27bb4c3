package org.sabring.spec.report;

import java.util.List;
import java.util.function.Predicate;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

/**
 * One row of the table of rules and layers: who watched a rule, and with what result.
 *
 * @param rule the rule
 * @param cells the layers that watched it or, by the law, should have
 */
public record RuleEvidence(Rule rule, List<Cell> cells) {

  /**
   * One layer in the row of a rule.
   *
   * @param layer the name of the layer
   * @param asked whether the layer was asked for
   * @param evidence its checks that watch the rule, and its controls that break it
   * @param status of these checks and controls together; UNKNOWN if no check watches the rule
   */
  public record Cell(String layer, boolean asked, List<Check> evidence, Status status) {

    public Cell {
      evidence = List.copyOf(evidence);
    }

    /** The names of its checks that watch the rule. */
    public List<String> checks() {
      return names(evidence, check -> !check.control());
    }

    /** The names of its controls that break the rule. */
    public List<String> controls() {
      return names(evidence, Check::control);
    }

    /** The status for people: {@code not run} where nobody asked. */
    public String label() {
      return asked ? status.name() : "not run";
    }

    /** The status as a symbol. */
    public String mark() {
      return switch (label()) {
        case "PASS" -> "✓";
        case "FAIL" -> "✗";
        case "UNKNOWN" -> "?";
        default -> "–";
      };
    }

    /** Whether anything in the layer has to do with the rule. */
    public boolean heard() {
      return !evidence.isEmpty();
    }

    /** Whether the layer ran and said nothing of the rule, although the law names it there. */
    public boolean silent() {
      return asked && !heard();
    }

    /** How many checks and controls of the layer have to do with the rule. */
    public String counts() {
      return Figures.counts(checks().size(), controls().size());
    }
  }

  public RuleEvidence {
    cells = List.copyOf(cells);
  }

  static RuleEvidence of(Rule rule, List<LayerResult> layers) {
    return new RuleEvidence(
        rule,
        layers.stream()
            .filter(layer -> rule.layers().contains(layer.name()) || !checks(layer, rule).isEmpty())
            .map(layer -> cell(layer, rule))
            .toList());
  }

  private static Cell cell(LayerResult layer, Rule rule) {
    List<Check> checks = checks(layer, rule);
    boolean unwatched = checks.stream().allMatch(Check::control);
    Status status =
        unwatched && checks.stream().noneMatch(check -> check.status() == Status.FAIL)
            ? Status.UNKNOWN
            : Status.all(checks.stream().map(Check::status).toList());
    return new Cell(layer.name(), layer.asked(), checks, status);
  }

  private static List<Check> checks(LayerResult layer, Rule rule) {
    return layer.evidence().checks().stream()
        .filter(check -> check.rules().contains(rule))
        .toList();
  }

  private static List<String> names(List<Check> checks, Predicate<Check> which) {
    return checks.stream().filter(which).map(Check::name).toList();
  }

  /** The status of the layers asked for; UNKNOWN if none of them watched the rule. */
  public Status status() {
    return Status.all(cells.stream().filter(Cell::asked).map(Cell::status).toList());
  }

  /** Which of the layers asked for leave the rule open. */
  public String whyUnknown() {
    List<String> silent =
        cells.stream()
            .filter(cell -> cell.asked() && cell.status() == Status.UNKNOWN)
            .map(Cell::layer)
            .toList();
    return silent.isEmpty() ? "nobody watched it" : "left open by " + String.join(", ", silent);
  }
}
