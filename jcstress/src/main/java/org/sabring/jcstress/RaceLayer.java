package org.sabring.jcstress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sabring.jcstress.Harness.Part;
import org.sabring.jcstress.RaceTrial.Role;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;

/**
 * The layer {@code race}: jcstress runs the shipped ring on real threads, and beside it the same
 * source with edits in it: mutants, of which something forbidden must be seen.
 */
public final class RaceLayer implements Layer {

  /** Runs trials as plans say. */
  @FunctionalInterface
  interface Runner {
    List<Harness.Run> run(List<Part> parts, Consumer<String> says)
        throws IOException, InterruptedException;
  }

  private final List<RaceTrial> trials;
  private final Function<Bounds, List<RunPlan>> plans;
  private final Runner runner;
  private final OutcomeModel allowed;

  /** All races; jcstress works below {@code target/jcstress} of the repository. */
  public RaceLayer() {
    this(
        RaceTrial.all(),
        RunPlan::of,
        new Harness(Path.of(System.getProperty("sabring.root", "."), "target", "jcstress"))::run,
        new Door());
  }

  RaceLayer(
      List<RaceTrial> trials,
      Function<Bounds, List<RunPlan>> plans,
      Runner runner,
      OutcomeModel allowed) {
    this.trials = List.copyOf(trials);
    this.plans = plans;
    this.runner = runner;
    this.allowed = allowed;
  }

  @Override
  public String name() {
    return "race";
  }

  @Override
  public String promise() {
    return "jcstress runs the real code on two threads, compiled and reordered by the real JVM on"
        + " the real machine, and counts what comes out: nothing that a race forbids, and its"
        + " annotations are what the explorer computes. Cannot see what this machine never does.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    List<RunPlan> planned = plans.apply(bounds);
    List<RaceTrial> ran =
        trials.stream().filter(r -> planned.stream().anyMatch(p -> p.tests().test(r))).toList();
    List<RaceTrial> checked = ran.stream().filter(trial -> trial.role() != Role.WEAKENED).toList();
    progress.checks(checked.size());
    if (checked.isEmpty()) {
      return new Evidence(List.of());
    }
    progress.begin(checked.get(0).name());
    RaceJudge judge = judge(planned, progress);
    progress.tick("exploring what each race allows");
    allowed.prepare(ran);
    List<Check> checks = new ArrayList<>();
    for (RaceTrial trial : checked) {
      if (!checks.isEmpty()) {
        progress.begin(trial.name());
      }
      Check check = judge.check(trial);
      progress.end(check);
      checks.add(check);
    }
    return new Evidence(checks, List.of(new OutcomeTable(allowed, judge).of(ran)));
  }

  /**
   * One run has all tests in it, so all runs come before the first verdict. What chance has left
   * open gets a second chance; what broke off stays as it is.
   */
  private RaceJudge judge(List<RunPlan> planned, Progress progress) throws InterruptedException {
    List<RunResult> results = new ArrayList<>();
    results.addAll(run(parts(planned, trial -> true), progress));
    List<RunPlan> again = planned.stream().map(RunPlan::again).toList();
    results.addAll(run(parts(again, new RaceJudge(results)::isOpen), progress));
    return new RaceJudge(results);
  }

  private List<Part> parts(List<RunPlan> plans, Predicate<RaceTrial> chosen) {
    return plans.stream()
        .map(plan -> new Part(plan, plan.of(trials).stream().filter(chosen).toList()))
        .filter(part -> !part.trials().isEmpty())
        .toList();
  }

  private List<RunResult> run(List<Part> parts, Progress progress) throws InterruptedException {
    if (parts.isEmpty()) {
      return List.of();
    }
    List<Harness.Run> runs;
    try {
      runs = runner.run(parts, says -> progress.tick("jcstress: " + says));
    } catch (IOException e) {
      Harness.Run none = new Harness.Run(List.of(), "jcstress could not be run: " + e);
      runs = Collections.nCopies(parts.size(), none);
    }
    List<RunResult> results = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      Harness.Run run = runs.get(i);
      results.add(new RunResult(part.plan().name(), part.trials(), run.results(), run.trouble()));
    }
    return results;
  }
}
