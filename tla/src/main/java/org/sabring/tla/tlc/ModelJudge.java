package org.sabring.tla.tlc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Interleaving;
import org.sabring.tla.Model;
import org.sabring.tla.tlc.TlcReport.Outcome;

/** The judge of a model: holds what TLC said of it against what is expected: one check. */
final class ModelJudge {

  private ModelJudge() {}

  /** What TLC says of a model, against what is expected; UNKNOWN if it cannot be run. */
  static Check check(Model model, Tlc tlc) throws InterruptedException {
    long start = System.nanoTime();
    try {
      TlcReport report = tlc.check(model);
      return judge(model, report, (System.nanoTime() - start) / 1e9);
    } catch (RuntimeException e) {
      return check(model, Status.UNKNOWN, "TLC could not be run: " + e, Map.of(), null);
    }
  }

  /** Holds what TLC said against what is expected: result, violated property and state count. */
  static Check judge(Model model, TlcReport report, double seconds) {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("states", report.states());
    figures.put("generated", report.generated());
    if (!report.isFinished()) {
      figures.put("depth", report.trace().size());
    } else if (!model.distributed()) { // workers do not go by depth
      figures.put("depth", report.depth());
    }
    figures.put("seconds", Math.round(seconds * 10) / 10.0);
    if (report.outcome() == Outcome.BROKEN) {
      return check(model, Status.FAIL, "TLC did not finish: " + report.message(), figures, null);
    }
    String found = found(model, report);
    String expected = expected(model);
    Interleaving how =
        report.trace().isEmpty() ? null : TlaTrace.draw(model.name() + ": " + found, report);
    if (found.equals(expected)) {
      return check(model, Status.PASS, found, figures, how);
    }
    String detail = "found: " + found + "; expected: " + expected + "; TLC: " + report.message();
    return check(model, Status.FAIL, detail, figures, how);
  }

  private static String expected(Model model) {
    Model.Expectation expect = model.expect();
    return model.isControl()
        ? "violates " + expect.violates()
        : holds(model, expect.states(), expect.depth());
  }

  private static String found(Model model, TlcReport report) {
    return switch (report.outcome()) {
      case HOLDS -> holds(model, report.states(), report.depth());
      case INVARIANT_VIOLATED -> "violates " + named(report, model.invariants());
      case PROPERTY_VIOLATED -> "violates " + named(report, model.properties());
      case BROKEN -> "nothing";
    };
  }

  private static String holds(Model model, long states, int depth) {
    String deep = model.distributed() ? "" : ", depth " + depth;
    return "holds in " + states + " states" + deep;
  }

  /** TLC does not name temporal properties and instances; if only one was checked, it was that. */
  private static String named(TlcReport report, List<String> candidates) {
    String violated = report.violated();
    if (violated != null && candidates.contains(violated)) {
      return violated;
    }
    return String.join(" or ", candidates);
  }

  static Check check(
      Model model,
      Status status,
      String detail,
      Map<String, Number> figures,
      @Nullable Interleaving how) {
    String says = model.says().isEmpty() ? detail : model.says() + " " + detail;
    return new Check(model.name(), model.isControl(), model.rules(), status, says, figures, how)
        .over(model.scope());
  }
}
