package org.sabring.properties.trial;

import static org.sabring.properties.explore.ring.RingProgram.CONSUMER;
import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Schedule;
import org.sabring.explore.ScheduleWalk;
import org.sabring.explore.Step;
import org.sabring.explore.Story;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.Stories;
import org.sabring.properties.explore.ring.RingProgram;
import org.sabring.properties.sample.Choices;
import org.sabring.properties.sample.Script;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;

/** A run of a script on the explorer's memories, under one schedule or all. */
public final class ScheduleRun {

  private static final List<MemoryModel> MEMORIES = List.of(MemoryModel.SC, MemoryModel.RA);

  private final Trial trial;
  private final Script script;

  /** Whether every step is watched, or only what comes of it. */
  private final boolean inside;

  private final RingProgram ring;

  private ScheduleRun(Trial trial, Script script, boolean inside) {
    this.trial = trial;
    this.script = script;
    this.inside = inside;
    trial.begin();
    boolean mutant = MutantWorld.holds(ScheduleRun.class);
    ring = mutant ? script.program().unbounded() : script.program();
  }

  /** Under one schedule: every step is watched. */
  public static void watchSteps(Trial trial, Script script, Choices choices) {
    ScheduleRun run = new ScheduleRun(trial, script, true);
    MEMORIES.forEach(memory -> run.walk(memory, choices));
  }

  /** Under one schedule: only the calls, the races, the counters and the end are watched. */
  public static void watchCalls(Trial trial, Script script, Choices choices) {
    ScheduleRun run = new ScheduleRun(trial, script, false);
    MEMORIES.forEach(memory -> run.walk(memory, choices));
  }

  private void walk(MemoryModel memory, Choices choices) {
    Coverage coverage = new Coverage(trial, ring.layout());
    ScheduleWalk walk =
        new ScheduleWalk(ring.program(), memory, ring.monitor(memory, inside), script.options());
    int last = choices.first() == RingSide.PRODUCER ? PRODUCER : CONSUMER;
    List<Step> steps = walk.steps();
    while (!steps.isEmpty()) {
      int place = choose(steps, choices.at(walk.length()), last);
      coverage.sees(walk, steps.get(place));
      last = steps.get(place).side();
      walk.take(place);
      steps = walk.steps();
    }
    trial.count("steps", walk.length());
    PropertyViolation breach = walk.breach();
    if (breach != null && trial.isAbout(Stories.rules(breach.rules()))) {
      Schedule schedule = walk.schedule();
      throw violation(
          breach.found(),
          Stories.rules(breach.rules()),
          memory,
          schedule,
          walk.story(title(schedule, breach)));
    }
  }

  private static String title(Schedule schedule, PropertyViolation breach) {
    return breach.found() + " [" + schedule + "]";
  }

  /**
   * The place of a step among those that are possible. Ordinary steps come before others, and of
   * these the last side's before the other's.
   */
  private static int choose(List<Step> steps, int choice, int last) {
    Comparator<Integer> simplest =
        Comparator.<Integer, Boolean>comparing(i -> steps.get(i).option() != Step.FIRST)
            .thenComparing(i -> steps.get(i).side() != last);
    return IntStream.range(0, steps.size())
        .boxed()
        .sorted(simplest)
        .toList()
        .get(choice % steps.size());
  }

  private Violation violation(
      String found, List<Rule> rules, MemoryModel memory, Schedule schedule, Story story) {
    String command =
        "sabring explore --memory %s %s%s --replay %s"
            .formatted(
                memory.name().toLowerCase(Locale.ROOT),
                script,
                inside ? "" : " --from-outside",
                schedule);
    return new Violation(found + "\n" + command, rules, Stories.of(story));
  }

  /** Under every schedule; what is watched is the same as in {@link #watchCalls}. */
  public static void exploreAll(Trial trial, Script script) throws InterruptedException {
    ScheduleRun run = new ScheduleRun(trial, script, false);
    Coverage.of(script).forEach(kind -> trial.count(kind, 1));
    for (MemoryModel memory : MEMORIES) {
      run.explore(memory);
    }
  }

  private void explore(MemoryModel memory) throws InterruptedException {
    Exploration exploration =
        new Explorer(ring.program(), memory, ring.monitor(memory, inside), script.options())
            .until(
                findings ->
                    findings.stream().anyMatch(f -> trial.isAbout(Stories.rules(f.rules()))))
            .explore();
    trial.count("states", exploration.states());
    for (Finding finding : exploration.findings()) {
      if (trial.isAbout(Stories.rules(finding.rules()))) {
        throw violation(
            finding.found(),
            Stories.rules(finding.rules()),
            memory,
            finding.schedule(),
            finding.story());
      }
    }
    if (!exploration.complete()) {
      throw new IllegalStateException(
          script + " has more than " + exploration.states() + " states");
    }
  }
}
