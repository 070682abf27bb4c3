package org.sabring.jcstress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sabring.jcstress.Race.Role;
import org.sabring.spec.verdict.Bounds;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Evidence;
import org.sabring.spec.verdict.Layer;
import org.sabring.spec.verdict.Progress;

/**
 * The layer {@code race}: jcstress runs the shipped ring on real threads, and beside it the same
 * ring with mistakes planted under it.
 */
public final class RaceLayer implements Layer {

  private final List<Race> races;
  private final Function<Bounds, List<Plan>> plans;
  private final Path folder;

  /** All races; jcstress works below {@code target/jcstress} of the repository. */
  public RaceLayer() {
    this(
        Race.all(),
        Plan::of,
        Path.of(System.getProperty("sabring.root", "."), "target", "jcstress"));
  }

  RaceLayer(List<Race> races, Function<Bounds, List<Plan>> plans, Path folder) {
    this.races = List.copyOf(races);
    this.plans = plans;
    this.folder = folder;
  }

  @Override
  public String name() {
    return "race";
  }

  @Override
  public String promise() {
    return "jcstress runs the real code on two threads, compiled and reordered by the real JVM on"
        + " the real machine, and counts what comes out. Cannot see what this machine never does.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    List<Race> checked = races.stream().filter(race -> race.role() != Role.WEAKENED).toList();
    progress.checks(checked.size());
    if (checked.isEmpty()) {
      return new Evidence(List.of());
    }
    progress.begin(checked.get(0).name());
    Judge judge = judge(plans.apply(bounds), progress);
    List<Check> checks = new ArrayList<>();
    for (Race race : checked) {
      if (!checks.isEmpty()) {
        progress.begin(race.name());
      }
      Check check = judge.check(race);
      progress.end(check);
      checks.add(check);
    }
    return new Evidence(checks);
  }

  /**
   * One run has all tests in it, so all runs come before the first verdict. What chance has left
   * open gets a second chance; what broke off stays as it is.
   */
  private Judge judge(List<Plan> plans, Progress progress) throws InterruptedException {
    List<Judge.Part> parts = new ArrayList<>();
    for (Plan plan : plans) {
      parts.add(run(plan, races, progress));
    }
    Judge judge = new Judge(parts);
    List<Race> open = races.stream().filter(judge::isOpen).toList();
    if (open.isEmpty()) {
      return judge;
    }
    parts.add(run(plans.get(0).again(), open, progress));
    return new Judge(parts);
  }

  private Judge.Part run(Plan plan, List<Race> races, Progress progress)
      throws InterruptedException {
    List<Race> chosen = races.stream().filter(r -> plan.roles().contains(r.role())).toList();
    try {
      Harness.Run run =
          new Harness(folder).run(plan, chosen, says -> progress.tick(plan.name() + ": " + says));
      return new Judge.Part(plan.name(), chosen, run.results(), run.trouble());
    } catch (IOException e) {
      return new Judge.Part(plan.name(), chosen, List.of(), "jcstress could not be run: " + e);
    }
  }
}
