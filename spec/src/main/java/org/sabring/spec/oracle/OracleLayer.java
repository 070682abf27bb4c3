package org.sabring.spec.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.event.StepTrace;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Rule;

/**
 * The layer {@code oracle}: the step oracle must explain whatever the reference machine does, and
 * must not explain a mutation of it.
 */
public final class OracleLayer implements Layer {

  private static final int SEEDS_TO_TRY = 200;

  /** Rings of 2 slots, and so many sizes more. */
  private static final int CAPACITIES = 6;

  private static final List<Profile> WALKED = List.of(Profile.SEED, Profile.REFERENCE);

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
        + " and rejects its mutations. Cannot see what was not recorded.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) {
    int walks =
        switch (bounds) {
          case QUICK -> 500;
          case DEFAULT -> 3_000;
          case FULL -> 50_000;
        };
    Map<String, Supplier<Check>> checks = new LinkedHashMap<>();
    for (Profile profile : WALKED) {
      checks.put("walks-" + profile.label(), () -> walks(profile, walks));
    }
    checks.put("walks-histories", () -> histories(walks));
    for (HistoryMutation mutation : HistoryMutation.values()) {
      checks.put(mutation.name(), () -> control(mutation));
    }
    for (TraceMutation mutation : TraceMutation.values()) {
      checks.put(mutation.name(), () -> control(mutation));
    }
    progress.checks(checks.size());
    List<Check> ended = new ArrayList<>();
    checks.forEach(
        (name, check) -> {
          progress.begin(name);
          ended.add(check.get());
          progress.end(ended.get(ended.size() - 1));
        });
    return new Evidence(ended);
  }

  private static Check walks(Profile profile, int walks) {
    return explained(
        "walks-" + profile.label(),
        watched(),
        List.of("walks", "steps"),
        "Every random walk of the reference machine is explained, in any order of its logs.",
        walks,
        seed -> {
          Random random = new Random(seed);
          int capacity = 2 + random.nextInt(CAPACITIES);
          List<StepEvent> walk = WalkSample.trace(profile, capacity, random);
          return WalkSample.of(capacity, profile, StepTrace.shuffled(walk, random));
        });
  }

  private static Check histories(int walks) {
    return explained(
        "walks-histories",
        AS_A_QUEUE,
        List.of("histories", "operations"),
        "Every history of a random walk is that of a bounded FIFO.",
        walks,
        seed -> WalkSample.of(WalkSample.history(WALKED.get(seed % 2), new Random(seed)), false));
  }

  /** A check that nothing is found in any sample. */
  private static Check explained(
      String name,
      List<Rule> rules,
      List<String> units,
      String promise,
      int count,
      IntFunction<WalkSample> samples) {
    long start = System.nanoTime();
    long lines = 0;
    for (int seed = 0; seed < count; seed++) {
      WalkSample sample = samples.apply(seed);
      lines += sample.length();
      TraceFinding finding = sample.finding();
      if (finding != null) {
        String detail = "the walk with seed " + seed + " is not explained: " + finding.text();
        return check(name, rules, Status.FAIL, detail, Map.of(), finding);
      }
    }
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put(units.get(0), count);
    figures.put(units.get(1), lines);
    figures.put("seconds", Math.round((System.nanoTime() - start) / 1e8) / 10.0);
    return check(name, rules, Status.PASS, promise, figures, null)
        .over(
            Map.of(
                "capacity",
                IntStream.range(2, 2 + CAPACITIES)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(", "))));
  }

  static Check control(HistoryMutation mutation) {
    return control(
        mutation.name(),
        mutation.rule(),
        mutation.says(),
        "operations",
        seed -> WalkSample.mutated(mutation, new Random(seed)));
  }

  static Check control(TraceMutation mutation) {
    return control(
        mutation.name(),
        mutation.rule(),
        mutation.says(),
        "steps",
        seed -> WalkSample.mutated(mutation, new Random(seed)));
  }

  /** A check that the first walk which has a place for a mutation is rejected with it. */
  private static Check control(
      String name, Rule rule, String says, String unit, IntFunction<Optional<WalkSample>> mutated) {
    Optional<WalkSample> first =
        IntStream.range(0, SEEDS_TO_TRY).mapToObj(mutated).flatMap(Optional::stream).findFirst();
    if (first.isEmpty()) {
      String detail = "no walk can be mutated in this way";
      return check(name, List.of(rule), Status.FAIL, detail, Map.of(), null);
    }
    TraceFinding finding = first.get().finding();
    long line = first.get().line();
    boolean found =
        finding != null && finding.rule() == rule && (line == 0 || finding.line() == line);
    String expected = line == 0 ? rule.name() : rule + " at line " + line;
    String detail =
        "Mutated: "
            + says
            + ". "
            + (finding == null ? "Not noticed" : "Found " + finding.text())
            + (found ? "." : "; expected " + expected + ".");
    Map<String, Number> figures = Map.of(unit, first.get().length());
    Status status = found ? Status.PASS : Status.FAIL;
    return check(name, List.of(rule), status, detail, figures, finding);
  }

  /** The rules that the oracle watches. */
  private static List<Rule> watched() {
    return List.of(Rule.values()).stream().filter(r -> r.layers().contains("oracle")).toList();
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
