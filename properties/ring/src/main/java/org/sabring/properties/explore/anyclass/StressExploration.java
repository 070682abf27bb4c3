package org.sabring.properties.explore.anyclass;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sabring.explore.Code;
import org.sabring.explore.Finding;
import org.sabring.explore.Options;
import org.sabring.explore.jcstress.Expectation;
import org.sabring.explore.jcstress.StressTest;
import org.sabring.explore.jcstress.StressTests;
import org.sabring.explore.jcstress.StressVerdict;
import org.sabring.explore.jcstress.StressVerdict.Grade;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.Stories;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Status;
import org.sabring.spec.report.Json;

/**
 * An exploration of compiled jcstress tests, with a report of the results that each memory allows.
 */
public final class StressExploration {

  /** So few tests are told result by result, even if nothing is wrong with them. */
  private static final int FEW = 5;

  private final ClassLoader classPath;
  private final List<StressTest> tests;
  private final List<MemoryModel> memories;
  private final Options bounds;
  private final Code code;
  private final PrintWriter out;
  private final boolean json;
  private final Map<Grade, Integer> grades = new EnumMap<>(Grade.class);

  /**
   * Those tests that the options name.
   *
   * @throws IllegalArgumentException naming what is wrong with the options, or that there is none
   */
  public StressExploration(
      ClassOptions options,
      List<MemoryModel> memories,
      Options bounds,
      PrintWriter out,
      boolean json) {
    String pattern = Objects.requireNonNull(options.jcstress);
    this.classPath = ClassProgram.loader(options.classPath);
    this.tests = StressTests.matching(pattern, options.classPath, classPath);
    this.memories = memories;
    this.code = options.races ? Code.PLAIN : Code.PLAIN.letRace();
    this.bounds = bounds;
    this.out = out;
    this.json = json;
    if (tests.isEmpty()) {
      throw new IllegalArgumentException(
          "--jcstress: no @JCStressTest matches '%s' on the class path '%s'"
              .formatted(pattern, options.classPath));
    }
  }

  /** Runs them; the exit code. */
  public int run() throws InterruptedException {
    ObjectNode document = Json.document("sabring-jcstress");
    ArrayNode all = document.putArray("tests");
    for (StressTest test : tests) {
      StressVerdict verdict = StressVerdict.of(test, classPath, memories, bounds, code);
      grades.merge(verdict.grade(), 1, Integer::sum);
      if (json) {
        add(all.addObject(), verdict);
      } else {
        print(verdict);
      }
    }
    String summary =
        grades.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    if (json) {
      out.println(Json.write(document));
    } else {
      out.println(Figures.text(tests.size()) + " jcstress tests: " + summary);
    }
    return exitCode();
  }

  private int exitCode() {
    boolean fails = grades.containsKey(Grade.FORBIDDEN) || grades.containsKey(Grade.UNLISTED);
    Status status =
        fails ? Status.FAIL : grades.containsKey(Grade.UNKNOWN) ? Status.UNKNOWN : Status.PASS;
    return status.exitCode();
  }

  private void print(StressVerdict verdict) {
    Grade grade = verdict.grade();
    out.println(
        "%-10s %s; %s states, %.1f s"
            .formatted(
                grade, verdict.test().name(), Figures.text(verdict.states()), verdict.seconds()));
    if (grade != Grade.AGREES || tests.size() <= FEW) {
      verdict.results().forEach((result, on) -> print(verdict, result, on));
      verdict
          .broken()
          .forEach(
              (what, memory) ->
                  out.println("    %s, on %s memory".formatted(what, memory.words())));
      for (String id : verdict.missing()) {
        out.println("    %s: acceptable, and possible on no memory here".formatted(id));
      }
      if (verdict.unknown() != null) {
        out.println("    " + verdict.unknown());
      }
    }
    Finding witness = verdict.witness();
    if (witness != null) {
      out.println(witness.story().draw(100));
    }
    out.flush();
  }

  private void print(StressVerdict verdict, String result, Set<MemoryModel> on) {
    Expectation expected = verdict.expectationOf(result);
    String text = expected.isListed() ? expected.expect().name() : "NOT LISTED";
    String desc = expected.desc().isEmpty() ? "" : " (" + expected.desc() + ")";
    out.println("    %-20s %-22s %s%s".formatted(result, text, names(on), desc));
  }

  private static String names(Set<MemoryModel> on) {
    return on.stream().map(Enum::name).collect(Collectors.joining(" "));
  }

  private static void add(ObjectNode node, StressVerdict verdict) {
    node.put("test", verdict.test().name())
        .put("grade", verdict.grade().name())
        .put("states", verdict.states())
        .put("seconds", verdict.seconds());
    if (verdict.unknown() != null) {
      node.put("unknown", verdict.unknown());
    }
    ArrayNode results = node.putArray("results");
    verdict
        .results()
        .forEach(
            (result, on) -> {
              Expectation expected = verdict.expectationOf(result);
              ObjectNode one = results.addObject();
              one.put("result", result)
                  .put("expected", expected.isListed() ? expected.expect().name() : "NOT LISTED");
              ArrayNode memories = one.putArray("memories");
              on.forEach(memory -> memories.add(memory.name()));
            });
    ArrayNode missing = node.putArray("missing");
    verdict.missing().forEach(missing::add);
    ArrayNode broken = node.putArray("broken");
    verdict.broken().keySet().forEach(broken::add);
    Finding witness = verdict.witness();
    if (witness != null) {
      node.put("schedule", witness.schedule().text());
      node.set("interleaving", Json.interleaving(Stories.of(witness.story())));
    }
  }
}
