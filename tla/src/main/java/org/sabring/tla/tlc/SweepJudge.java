package org.sabring.tla.tlc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Table;
import org.sabring.spec.law.Interleaving;
import org.sabring.tla.Model;
import org.sabring.tla.Sweep;
import org.sabring.tla.tlc.SweepReport.Report;

/**
 * The judge of a sweep: holds what TLC said in it against what is expected: one check for each
 * case.
 */
final class SweepJudge {

  private final Sweep sweep;
  private final SweepReport report;
  private final Map<Map<String, String>, Report> reported = new LinkedHashMap<>();
  private final Set<Map<String, String>> twice = new HashSet<>();

  private SweepJudge(Sweep sweep, SweepReport report) {
    this.sweep = sweep;
    this.report = report;
    for (Report one : report.reports()) {
      Map<String, String> oneCase = one.caseIn(sweep.variable());
      if (reported.put(oneCase, one) != null) {
        twice.add(oneCase);
      }
    }
  }

  /** What TLC says of a sweep, against what is expected. */
  static List<Check> check(Sweep sweep, Tlc tlc) throws InterruptedException {
    long start = System.nanoTime();
    SweepReport report = tlc.check(sweep);
    return judge(sweep, report, (System.nanoTime() - start) / 1e9);
  }

  /** The run as a whole first, then every case. */
  static List<Check> judge(Sweep sweep, SweepReport report, double seconds) {
    SweepJudge judge = new SweepJudge(sweep, report);
    List<Check> checks = new ArrayList<>();
    checks.add(judge.whole(seconds));
    sweep.all().forEach(oneCase -> checks.add(judge.one(oneCase)));
    return checks;
  }

  /** Every case in a row, with what was found; a case without a check is not there. */
  static Table table(Sweep sweep, Map<String, Check> checks) {
    List<String> columns = new ArrayList<>(sweep.all().iterator().next().keySet());
    columns.add("found");
    columns.add("status");
    List<List<String>> rows = new ArrayList<>();
    for (Map<String, String> oneCase : sweep.all()) {
      Check check = checks.get(sweep.nameOf(oneCase));
      if (check != null) {
        List<String> row = new ArrayList<>(oneCase.values());
        row.add(check.detail());
        row.add(check.status().name());
        rows.add(row);
      }
    }
    return new Table(sweep.model().name() + ": " + sweep.model().says(), columns, rows);
  }

  /** That TLC came to its end, and saw the cases and states that there are, and no others. */
  private Check whole(double seconds) {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("cases", report.begun().size());
    figures.put("states", report.states());
    figures.put("depth", report.depth());
    figures.put("seconds", Math.round(seconds * 10) / 10.0);
    String wrong = wrong();
    Status status = wrong.isEmpty() ? Status.PASS : Status.FAIL;
    String says = sweep.model().says() + " " + wrong;
    return new Check(sweep.model().name(), false, List.of(), status, says.strip(), figures, null);
  }

  private String wrong() {
    Model.Expectation expect = sweep.model().expect();
    if (!report.complete()) {
      return "TLC did not finish: " + report.message();
    }
    if (!report.begun().equals(sweep.all())) {
      Set<Map<String, String>> others = new HashSet<>(report.begun());
      Set<Map<String, String>> missing = new HashSet<>(sweep.all());
      others.removeAll(sweep.all());
      missing.removeAll(report.begun());
      return "cases that were not explored: " + missing + "; cases nobody expected: " + others;
    }
    if (!sweep.all().containsAll(reported.keySet()) || !twice.isEmpty()) {
      return "reports that are none: " + reported.keySet() + ", reported twice: " + twice;
    }
    String found = report.states() + " states, depth " + report.depth();
    String expected = expect.states() + " states, depth " + expect.depth();
    return found.equals(expected) ? "" : "found: " + found + "; expected: " + expected;
  }

  private Check one(Map<String, String> oneCase) {
    Report how = reported.get(oneCase);
    Optional<Sweep.Failing> failing = sweep.failing(oneCase);
    String found = how == null ? sweep.good() : bad(how.violated());
    String expected = failing.isEmpty() ? sweep.good() : bad(failing.get().violates());
    boolean asExpected = found.equals(expected);
    if (how == null && !isExplored(oneCase)) {
      return check(oneCase, Status.UNKNOWN, "TLC did not come to an end with it", null);
    }
    if (!asExpected) {
      String detail = "found: " + found + "; expected: " + expected;
      return check(oneCase, Status.FAIL, detail, how);
    }
    return check(oneCase, Status.PASS, found, how);
  }

  private boolean isExplored(Map<String, String> oneCase) {
    return report.complete() && report.begun().contains(oneCase);
  }

  /** What a bad case is called; it does not say more than the file asks for. */
  private String bad(@Nullable String violated) {
    return sweep.namesInvariants() ? sweep.bad() + ": violates " + violated : sweep.bad();
  }

  private Check check(
      Map<String, String> oneCase, Status status, String detail, @Nullable Report how) {
    boolean control = sweep.controls() && sweep.failing(oneCase).isPresent();
    Interleaving drawn =
        how == null
            ? null
            : WeakTrace.draw(sweep.nameOf(oneCase) + ": " + detail, how.trace(), sweep.bad());
    return new Check(
            sweep.nameOf(oneCase),
            control,
            control ? sweep.model().breaks() : sweep.model().rules(),
            status,
            detail,
            Map.of(),
            drawn)
        .over(sweep.scope(oneCase));
  }
}
