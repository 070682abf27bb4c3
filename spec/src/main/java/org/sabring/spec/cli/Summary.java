package org.sabring.spec.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Printable;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;
import org.sabring.spec.report.LayerResult;
import org.sabring.spec.report.RuleEvidence;
import org.sabring.spec.report.Verdict;

/** The summary of a verdict, for a terminal. */
final class Summary {
  private final PrintWriter out;

  Summary(PrintWriter out) {
    this.out = out;
  }

  /** A layer in one line. */
  static String line(LayerResult layer) {
    return String.format(
        "%-11s  %-7s  %s, %s s",
        layer.name(),
        layer.label(),
        Figures.counts(layer.count(false), layer.count(true)),
        Figures.text(layer.seconds()));
  }

  /** The layers, what went wrong and what is unknown, where the page is, and the status. */
  void print(Verdict verdict, Path page) {
    line("");
    table(verdict);
    verdict.failures().forEach(this::failure);
    unknown(verdict);
    line("");
    line(page.toAbsolutePath().normalize().toString());
    line(verdict.status() + ": " + verdict.headline());
  }

  private void table(Verdict verdict) {
    TextTable table = new TextTable().row("layer", "status", "checks", "controls", "seconds");
    for (LayerResult layer : verdict.layers()) {
      table.row(
          layer.name(),
          layer.label(),
          Long.toString(layer.count(false)),
          Long.toString(layer.count(true)),
          layer.asked() ? Figures.text(layer.seconds()) : "");
    }
    table.lines().forEach(this::line);
  }

  private void failure(Verdict.Failure finding) {
    Check check = finding.check();
    line("");
    line("FAIL " + finding.layer() + ": " + (check.control() ? "control: " : "") + check.name());
    for (Rule rule : check.rules()) {
      line("  " + rule + "  " + rule.sentence());
    }
    check.detail().lines().forEach(text -> line("  " + text));
    if (check.counterexample() != null) {
      line("");
      line("  " + check.counterexample().title());
      check.counterexample().draw().forEach(text -> line("  " + text));
    }
  }

  /** Why layers are UNKNOWN, and the rules that nobody can vouch for. */
  private void unknown(Verdict verdict) {
    TextTable table = new TextTable();
    for (LayerResult layer : verdict.layers()) {
      if (layer.asked() && layer.evidence().checks().isEmpty()) {
        table.row("UNKNOWN", layer.name(), "the layer checked nothing");
      }
      layer.evidence().checks().stream()
          .filter(check -> check.status() == Status.UNKNOWN)
          .forEach(
              check -> table.row("UNKNOWN", layer.name(), check.name() + ": " + check.detail()));
    }
    if (verdict.layers().stream().allMatch(LayerResult::asked)) {
      openRules(verdict).forEach((why, rules) -> table.row("UNKNOWN", why, rules));
    }
    if (!table.lines().isEmpty()) {
      line("");
      table.lines().forEach(this::line);
    }
  }

  /** The rules that are UNKNOWN, by the reason why. */
  private static Map<String, String> openRules(Verdict verdict) {
    return verdict.rules().stream()
        .filter(rule -> rule.status() == Status.UNKNOWN)
        .collect(
            Collectors.groupingBy(
                RuleEvidence::whyUnknown,
                LinkedHashMap::new,
                Collectors.mapping(rule -> rule.rule().name(), Collectors.joining(" "))));
  }

  private void line(String text) {
    out.println(Printable.clean(text));
  }
}
