package org.sabring.jcstress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.sabring.spec.race.RaceRing.Role;
import org.sabring.spec.verdict.Bounds;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Evidence;
import org.sabring.spec.verdict.Layer;
import org.sabring.spec.verdict.Progress;

/**
 * The layer {@code race}: jcstress runs the shipped ring on real threads, and beside it the same
 * ring with mistakes planted under it; what it sees is held against what the explorer allows.
 */
public final class RaceLayer implements Layer {

  /** Runs tests as a plan says. */
  @FunctionalInterface
  interface Runner {
    Harness.Run run(Plan plan, List<Race> races, Consumer<String> says)
        throws IOException, InterruptedException;
  }

  private final List<Race> races;
  private final Function<Bounds, List<Plan>> plans;
  private final Runner runner;

  /** All races; jcstress works below {@code target/jcstress} of the repository. */
  public RaceLayer() {
    this(
        Race.all(),
        Plan::of,
        new Harness(Path.of(System.getProperty("sabring.root", "."), "target", "jcstress"))::run);
  }

  RaceLayer(List<Race> races, Function<Bounds, List<Plan>> plans, Runner runner) {
    this.races = List.copyOf(races);
    this.plans = plans;
    this.runner = runner;
  }

  @Override
  public String name() {
    return "race";
  }

  @Override
  public String promise() {
    return "jcstress runs the real code on two threads, compiled and reordered by the real JVM on"
        + " the real machine, and counts what comes out: no more than release/acquire memory"
        + " allows, as the explorer computed it. Cannot see what this machine never does.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    List<Plan> planned = plans.apply(bounds);
    List<Race> ran =
        races.stream().filter(r -> planned.stream().anyMatch(p -> p.tests().test(r))).toList();
    List<Race> checked = ran.stream().filter(race -> race.role() != Role.WEAKENED).toList();
    progress.checks(checked.size());
    if (checked.isEmpty()) {
      return new Evidence(List.of());
    }
    progress.begin(checked.get(0).name());
    Judge judge = judge(planned, progress);
    List<Check> checks = new ArrayList<>();
    for (Race race : checked) {
      if (!checks.isEmpty()) {
        progress.begin(race.name());
      }
      Check check = judge.check(race);
      progress.end(check);
      checks.add(check);
    }
    return new Evidence(checks, List.of(OutcomeTable.of(ran, judge)));
  }

  /**
   * One run has all tests in it, so all runs come before the first verdict. What chance has left
   * open gets a second chance; what broke off stays as it is.
   */
  private Judge judge(List<Plan> planned, Progress progress) throws InterruptedException {
    List<Part> parts = new ArrayList<>();
    for (Plan plan : planned) {
      List<Race> chosen = plan.of(races);
      if (!chosen.isEmpty()) {
        parts.add(run(plan, chosen, progress));
      }
    }
    for (Plan plan : planned) {
      Judge judge = new Judge(parts);
      List<Race> open = plan.of(races).stream().filter(judge::isOpen).toList();
      if (!open.isEmpty()) {
        parts.add(run(plan.again(), open, progress));
      }
    }
    return new Judge(parts);
  }

  private Part run(Plan plan, List<Race> chosen, Progress progress) throws InterruptedException {
    try {
      Harness.Run run = runner.run(plan, chosen, says -> progress.tick(plan.name() + ": " + says));
      return new Part(plan.name(), chosen, run.results(), run.trouble());
    } catch (IOException e) {
      return new Part(plan.name(), chosen, List.of(), "jcstress could not be run: " + e);
    }
  }
}
