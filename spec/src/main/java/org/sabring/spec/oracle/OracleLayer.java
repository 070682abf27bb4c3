package org.sabring.spec.oracle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Protocol;
import org.sabring.spec.law.RandomWalk;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.spec.law.Rule;
import org.sabring.spec.trace.HistoryEvent;
import org.sabring.spec.trace.StepEvent;
import org.sabring.spec.trace.StepTrace;
import org.sabring.spec.trace.TraceHeader;
import org.sabring.spec.trace.TraceKind;
import org.sabring.spec.trace.TraceReader;
import org.sabring.spec.trace.TraceWriter;

/**
 * The layer {@code oracle}: the step oracle must explain whatever the reference machine does, and
 * must not explain what has been spoilt.
 */
public final class OracleLayer implements Layer {

  private static final int STEPS = 400;
  private static final int SEEDS_TO_TRY = 200;
  private static final int BOUND = 3;

  /** What can be seen from outside. */
  private static final List<Rule> AS_A_QUEUE =
      List.of(Rule.RB101, Rule.RB102, Rule.RB103, Rule.RB104, Rule.RB301, Rule.RB501, Rule.RB502);

  @Override
  public String name() {
    return "oracle";
  }

  @Override
  public String promise() {
    return "Judges histories and traces from anywhere; here, that it explains the reference machine"
        + " and nothing that is spoilt. Cannot see what was not recorded.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) {
    int walks =
        switch (bounds) {
          case QUICK -> 500;
          case DEFAULT -> 3_000;
          case FULL -> 50_000;
        };
    List<Profile> profiles = List.of(Profile.SEED, Profile.REFERENCE);
    progress.checks(
        profiles.size() + 1 + TraceMutation.values().length + HistoryMutation.values().length);
    List<Check> checks = new ArrayList<>();
    for (Profile profile : profiles) {
      progress.begin("walks-" + profile.label());
      checks.add(walks(profile, walks));
      progress.end(checks.get(checks.size() - 1));
    }
    progress.begin("walks-histories");
    checks.add(histories(walks));
    progress.end(checks.get(checks.size() - 1));
    for (HistoryMutation misreport : HistoryMutation.values()) {
      progress.begin(misreport.name());
      checks.add(control(misreport));
      progress.end(checks.get(checks.size() - 1));
    }
    for (TraceMutation corruption : TraceMutation.values()) {
      progress.begin(corruption.name());
      checks.add(control(corruption));
      progress.end(checks.get(checks.size() - 1));
    }
    return new Evidence(checks);
  }

  private static Check walks(Profile profile, int walks) {
    long start = System.nanoTime();
    long steps = 0;
    for (int seed = 0; seed < walks; seed++) {
      Random random = new Random(seed);
      int capacity = 2 + random.nextInt(6);
      List<StepEvent> events = StepTrace.shuffled(walk(profile, capacity, random), random);
      steps += events.size();
      TraceFinding finding = judge(capacity, profile, false, events);
      if (finding != null) {
        String detail = "walk with seed " + seed + " is not explained: " + finding.text();
        return check("walks-" + profile.label(), watched(), Status.FAIL, detail, Map.of(), finding);
      }
    }
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("walks", walks);
    figures.put("steps", steps);
    figures.put("seconds", Math.round((System.nanoTime() - start) / 1e8) / 10.0);
    String detail =
        "Every random walk of the reference machine is explained, in any order of its logs.";
    return check("walks-" + profile.label(), watched(), Status.PASS, detail, figures, null);
  }

  private static Check histories(int walks) {
    List<Profile> profiles = List.of(Profile.SEED, Profile.REFERENCE);
    long start = System.nanoTime();
    long operations = 0;
    for (int seed = 0; seed < walks; seed++) {
      List<HistoryEvent> history = history(profiles.get(seed % 2), new Random(seed));
      operations += history.size();
      TraceFinding finding = judgeHistory(false, history);
      if (finding != null) {
        String detail = "history with seed " + seed + " is not explained: " + finding.text();
        return check("walks-histories", AS_A_QUEUE, Status.FAIL, detail, Map.of(), finding);
      }
    }
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("histories", walks);
    figures.put("operations", operations);
    figures.put("seconds", Math.round((System.nanoTime() - start) / 1e8) / 10.0);
    String detail = "Every history of a random walk is that of a bounded FIFO.";
    return check("walks-histories", AS_A_QUEUE, Status.PASS, detail, figures, null);
  }

  static Check control(HistoryMutation misreport) {
    for (int seed = 0; seed < SEEDS_TO_TRY; seed++) {
      Optional<List<HistoryEvent>> spoilt =
          misreport.apply(history(misreport.profile(), new Random(seed)));
      if (spoilt.isPresent()) {
        TraceFinding finding =
            judgeHistory(misreport == HistoryMutation.NEVER_CAME_BACK, spoilt.get());
        boolean found = finding != null && finding.rule() == misreport.rule();
        String detail =
            "Spoilt: %s. %s."
                .formatted(
                    misreport.says(), finding == null ? "Not noticed" : "Found " + finding.text());
        Map<String, Number> figures = Map.of("operations", spoilt.get().size());
        Status status = found ? Status.PASS : Status.FAIL;
        return check(misreport.name(), List.of(misreport.rule()), status, detail, figures, finding);
      }
    }
    String detail = "no history can be spoilt in this way";
    return check(misreport.name(), List.of(misreport.rule()), Status.FAIL, detail, Map.of(), null);
  }

  private static List<HistoryEvent> history(Profile profile, Random random) {
    ReferenceMachine machine =
        new ReferenceMachine(new Protocol(BOUND + 1, 12, 1 << 20, profile, true, true));
    return HistoryTrace.of(machine, RandomWalk.random(machine, random, STEPS));
  }

  private static @Nullable TraceFinding judgeHistory(boolean complete, List<HistoryEvent> history) {
    TraceHeader header =
        new TraceHeader(TraceKind.HISTORY, BOUND, Profile.REFERENCE, complete, "reference machine");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      TraceWriter.writeHistory(header, history, bytes);
      ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
      try (TraceReader reader = TraceReader.open(in, "history")) {
        return HistoryOracle.judge(reader).finding();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }

  /** The rules that the oracle watches. */
  private static List<Rule> watched() {
    return List.of(Rule.values()).stream().filter(r -> r.layers().contains("oracle")).toList();
  }

  /** Spoils the first walk that can be spoilt in this way. */
  static Check control(TraceMutation corruption) {
    int capacity = 3;
    for (int seed = 0; seed < SEEDS_TO_TRY; seed++) {
      List<StepEvent> walk = walk(Profile.SEED, capacity, new Random(seed));
      Optional<TraceMutation.Spoilt> spoilt = corruption.apply(walk, capacity);
      if (spoilt.isPresent()) {
        TraceMutation.Spoilt trace = spoilt.get();
        TraceFinding finding = judge(capacity, Profile.SEED, trace.complete(), trace.events());
        return judged(corruption, trace, finding);
      }
    }
    String detail = "no walk can be spoilt in this way";
    return check(
        corruption.name(), List.of(corruption.rule()), Status.FAIL, detail, Map.of(), null);
  }

  private static Check judged(
      TraceMutation corruption, TraceMutation.Spoilt trace, @Nullable TraceFinding finding) {
    boolean found =
        finding != null && finding.rule() == corruption.rule() && finding.line() == trace.line();
    String expected = corruption.rule() + " at line " + trace.line();
    String detail =
        "Spoilt: "
            + corruption.says()
            + ". "
            + (finding == null ? "Not noticed" : "Found " + finding.text())
            + (found ? "." : "; expected " + expected + ".");
    Map<String, Number> figures = Map.of("steps", trace.events().size());
    Status status = found ? Status.PASS : Status.FAIL;
    return check(corruption.name(), List.of(corruption.rule()), status, detail, figures, finding);
  }

  private static List<StepEvent> walk(Profile profile, int capacity, Random random) {
    boolean mayGiveUp = profile == Profile.REFERENCE && random.nextBoolean();
    ReferenceMachine machine =
        new ReferenceMachine(new Protocol(capacity, 60, 1 << 20, profile, true, mayGiveUp));
    return StepTrace.of(machine, RandomWalk.random(machine, random, STEPS));
  }

  private static @Nullable TraceFinding judge(
      int capacity, Profile profile, boolean complete, List<StepEvent> events) {
    TraceHeader header =
        new TraceHeader(TraceKind.STEPS, capacity - 1, profile, complete, "reference machine");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      TraceWriter.write(header, events, bytes);
      ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
      try (TraceReader reader = TraceReader.open(in, "walk")) {
        return StepOracle.judge(reader, null).finding();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
  }

  private static Check check(
      String name,
      List<Rule> rules,
      Status status,
      String detail,
      Map<String, Number> figures,
      @Nullable TraceFinding finding) {
    Interleaving how = finding == null ? null : finding.how();
    boolean control = !name.startsWith("walks-");
    return new Check(name, control, rules, status, detail, figures, how);
  }
}
