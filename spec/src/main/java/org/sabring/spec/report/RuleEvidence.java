package org.sabring.spec.report;

import java.util.List;
import java.util.Map;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Scope;
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
   * @param entries its checks that watch the rule, and its controls that break it
   * @param bounds how far it went
   */
  public record Cell(String layer, boolean asked, List<LayerResult.Entry> entries, Bounds bounds) {

    public Cell {
      entries = List.copyOf(entries);
    }

    /** Its checks that watch the rule. */
    public List<LayerResult.Entry> watching() {
      return entries.stream().filter(entry -> !entry.check().control()).toList();
    }

    /** Its controls that break the rule. */
    public List<LayerResult.Entry> breaking() {
      return entries.stream().filter(entry -> entry.check().control()).toList();
    }

    /** The names of its checks that watch the rule. */
    public List<String> checks() {
      return names(watching());
    }

    /** The names of its controls that break the rule. */
    public List<String> controls() {
      return names(breaking());
    }

    /**
     * PASS needs a check that watches the rule and says what it was made over, and a control that
     * breaks the rule and was found; a quick run has no time for every control.
     */
    public Status status() {
      Status all = Status.all(entries.stream().map(entry -> entry.check().status()).toList());
      boolean told = !watching().isEmpty() && !scope().isEmpty();
      boolean enough = isTried() || (told && bounds == Bounds.QUICK);
      return all == Status.PASS && !enough ? Status.UNKNOWN : all;
    }

    /** Whether a tick lacks nothing: a mistake that breaks the rule was tried here, and found. */
    public boolean isTried() {
      return gap().isEmpty();
    }

    /** What a tick lacks; empty if nothing. */
    public String gap() {
      if (watching().isEmpty()) {
        return "no check watches it";
      }
      if (scope().isEmpty()) {
        return "no check says what it was made over";
      }
      return breaking().isEmpty() ? "no mistake that breaks it was tried at these bounds" : "";
    }

    /** What all of its checks that hold were made over; see {@link Scope#union}. */
    public Map<String, String> scope() {
      return Scope.union(
          watching().stream()
              .map(LayerResult.Entry::check)
              .filter(check -> check.status() == Status.PASS)
              .map(Check::scope)
              .toList());
    }

    /** The same in a line. */
    public String made() {
      return Scope.text(scope());
    }

    /** The status for people: {@code not run} where nobody asked. */
    public String label() {
      return asked ? status().name() : "not run";
    }

    /** The status as a symbol. */
    public String mark() {
      return switch (label()) {
        case "PASS" -> isTried() ? "✓" : "○";
        case "FAIL" -> "✗";
        case "UNKNOWN" -> "?";
        default -> "–";
      };
    }

    /** Whether anything in the layer has to do with the rule. */
    public boolean heard() {
      return !entries.isEmpty();
    }

    /** What a tick lacks where the layer ran; empty if nothing, or where it did not. */
    public String lacks() {
      return asked ? gap() : "";
    }

    /** How many checks and controls of the layer have to do with the rule. */
    public String counts() {
      return Figures.counts(checks().size(), controls().size());
    }
  }

  public RuleEvidence {
    cells = List.copyOf(cells);
  }

  static RuleEvidence of(Rule rule, List<LayerResult> layers, Bounds bounds) {
    return new RuleEvidence(
        rule,
        layers.stream()
            .map(layer -> new Cell(layer.name(), layer.asked(), entries(layer, rule), bounds))
            .filter(cell -> rule.layers().contains(cell.layer()) || cell.heard())
            .toList());
  }

  private static List<LayerResult.Entry> entries(LayerResult layer, Rule rule) {
    return layer.entries().stream().filter(entry -> entry.check().rules().contains(rule)).toList();
  }

  private static List<String> names(List<LayerResult.Entry> entries) {
    return entries.stream().map(entry -> entry.check().name()).toList();
  }

  /** The status of the layers asked for; UNKNOWN if none of them watched the rule. */
  public Status status() {
    return Status.all(cells.stream().filter(Cell::asked).map(Cell::status).toList());
  }

  /** Which of the layers asked for leave the rule open. */
  public String whyUnknown() {
    List<String> open =
        cells.stream()
            .filter(cell -> cell.asked() && cell.status() == Status.UNKNOWN)
            .map(cell -> cell.layer() + (cell.gap().isEmpty() ? "" : " (" + cell.gap() + ")"))
            .toList();
    return open.isEmpty() ? "nobody watched it" : "left open by " + String.join(", ", open);
  }
}
