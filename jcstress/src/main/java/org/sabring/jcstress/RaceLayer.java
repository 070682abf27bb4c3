package org.sabring.jcstress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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

  /** Runs trials as a plan says. */
  @FunctionalInterface
  interface Runner {
    Harness.Run run(RunPlan plan, List<RaceTrial> trials, Consumer<String> says)
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
    List<RunResult> parts = new ArrayList<>();
    for (RunPlan plan : planned) {
      List<RaceTrial> chosen = plan.of(trials);
      if (!chosen.isEmpty()) {
        parts.add(run(plan, chosen, progress));
      }
    }
    for (RunPlan plan : planned) {
      RaceJudge judge = new RaceJudge(parts);
      List<RaceTrial> open = plan.of(trials).stream().filter(judge::isOpen).toList();
      if (!open.isEmpty()) {
        parts.add(run(plan.again(), open, progress));
      }
    }
    return new RaceJudge(parts);
  }

  private RunResult run(RunPlan plan, List<RaceTrial> chosen, Progress progress)
      throws InterruptedException {
    try {
      Harness.Run run = runner.run(plan, chosen, says -> progress.tick(plan.name() + ": " + says));
      return new RunResult(plan.name(), chosen, run.results(), run.trouble());
    } catch (IOException e) {
      return new RunResult(plan.name(), chosen, List.of(), "jcstress could not be run: " + e);
    }
  }
}
