package org.sabring.properties;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import org.sabring.properties.Control.Catch;
import org.sabring.properties.trial.Violation;
import org.sabring.properties.world.MutantCheck;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.MutantLayer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Rule;

/**
 * The layer {@code property}: jqwik properties of the shipped ring, and mutants they must catch.
 */
public final class PropertyLayer implements Layer {

  private static final String NEVER_CLOSES = "a generator that never closes";

  private final List<Class<?>> classes;
  private final List<Control> controls;

  /** All properties and all controls. */
  public PropertyLayer() {
    this(
        List.of(
            SequenceProperties.class,
            ThreadProperties.class,
            ScheduleProperties.class,
            EveryScheduleProperties.class),
        Control.all());
  }

  PropertyLayer(List<Class<?>> classes, List<Control> controls) {
    this.classes = List.copyOf(classes);
    this.controls = List.copyOf(controls);
  }

  @Override
  public String name() {
    return "property";
  }

  @Override
  public String promise() {
    return "jqwik samples calls for one thread and for two, on the real ring in every memory and"
        + " layout, judged by the oracles, and calls with their schedules on SC and"
        + " release/acquire memory; what fails shrinks. Cannot see what it does not sample.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    List<Method> properties =
        classes.stream().flatMap(c -> PropertyRun.propertiesOf(c).stream()).toList();
    progress.checks(properties.size() + controls.size() + 1);
    int tries = Jqwik.tries(bounds);
    List<Check> checks = new ArrayList<>();
    List<PropertyRun> runs = new ArrayList<>();
    for (Method property : properties) {
      progress.begin(PropertyRun.nameOf(property));
      PropertyRun run = PropertyRun.of(property, tries(property, tries), progress);
      Check check = judge(run);
      progress.end(check);
      checks.add(check);
      runs.add(run);
    }
    if (classes.contains(ScheduleProperties.class)) {
      progress.begin(NEVER_CLOSES);
      checks.add(neverCloses(tries, progress));
      progress.end(checks.get(checks.size() - 1));
    }
    for (Control control : controls) {
      progress.begin(control.name());
      Check check = judge(control, look(control, progress));
      progress.end(check);
      checks.add(check);
    }
    return new Evidence(checks, List.of(CoverageTable.of(runs)));
  }

  /** The properties that the catalogue says see it, judged as they are of the ring as shipped. */
  @Override
  public Optional<Layer> planted(Mutant mutant) {
    return controls.stream()
        .filter(control -> control.name().equals(mutant.name()))
        .findFirst()
        .map(control -> new MutantLayer(this, (bounds, progress) -> planted(control, progress)));
  }

  private static Evidence planted(Control control, Progress progress) throws InterruptedException {
    progress.checks(control.catches().size());
    List<Check> checks = look(control, progress);
    for (Check check : checks) {
      progress.begin(check.name());
      progress.end(check);
    }
    return new Evidence(checks);
  }

  /** What its properties say of a mutant. */
  private static List<Check> look(Control control, Progress progress) throws InterruptedException {
    try {
      return MutantWorld.of(control.mutant())
          .create(MutantProperties.class, MutantCheck.class)
          .look(control.mutant(), progress);
    } catch (IOException e) {
      return List.of(Check.unknown(control.name(), "It did not run: " + e.getMessage()));
    }
  }

  private static int tries(Method property, int tries) {
    boolean explores = property.getDeclaringClass() == EveryScheduleProperties.class;
    return explores ? tries / EveryScheduleProperties.COST : tries;
  }

  /** What is not generated has to be noticed, or coverage says nothing. */
  private static Check neverCloses(int tries, Progress progress) throws InterruptedException {
    Method property = PropertyRun.propertiesOf(NeverClosingProperties.class).get(0);
    Check check = judge(PropertyRun.of(property, tries, progress));
    boolean noticed = check.status() == Status.UNKNOWN && check.detail().contains(": close, ");
    Status status = noticed ? Status.PASS : Status.FAIL;
    return new Check(
        NEVER_CLOSES, true, check.rules(), status, check.detail(), check.figures(), null);
  }

  static Check judge(PropertyRun run) {
    PropertyExecutionResult result = run.result();
    if (result == null) {
      return check(run, Status.FAIL, "It did not run.");
    }
    String why = result.throwable().map(Throwable::toString).orElse("no reason given");
    if (result.countChecks() == 0) {
      return check(run, Status.UNKNOWN, "It tried nothing: " + why);
    }
    return switch (result.status()) {
      case SUCCESSFUL -> held(run, result.countChecks());
      case FAILED -> check(run, Status.FAIL, why + run.replay());
      case ABORTED -> check(run, Status.UNKNOWN, "It was aborted: " + why);
    };
  }

  /** What held while nothing of interest happened is not known to hold. */
  private static Check held(PropertyRun run, int times) {
    String detail = "It held in " + times + " tries";
    List<String> missing = run.missing();
    return missing.isEmpty()
        ? check(run, Status.PASS, detail + ".")
        : check(
            run,
            Status.UNKNOWN,
            detail + ", in which these never happened: " + String.join(", ", missing) + ".");
  }

  private static Check check(PropertyRun run, Status status, String detail) {
    Optional<Violation> broken = run.violations().stream().findFirst();
    Interleaving story = broken.map(Violation::story).orElse(null);
    Method property = run.property();
    List<Rule> rules = broken.map(Violation::rules).orElse(PropertyRun.rulesOf(property));
    return new Check(
            PropertyRun.nameOf(property), false, rules, status, detail, run.figures(), story)
        .over(Map.of("samples of", PropertyRun.kindOf(property)));
  }

  /** Every rule that should be found broken has to be. */
  static Check judge(Control control, List<Check> found) {
    Status status = Status.PASS;
    List<String> details = new ArrayList<>();
    Map<String, Number> figures = new LinkedHashMap<>();
    Interleaving story = null;
    for (Check check : found) {
      check.figures().forEach((figure, more) -> figures.merge(figure, more, PropertyLayer::sum));
    }
    for (Catch wanted : control.catches()) {
      Check by = found.stream().filter(wanted::isIn).findFirst().orElse(null);
      if (by == null) {
        status = Status.FAIL;
        details.add(wanted + " was not found broken.");
        continue;
      }
      story = story == null ? by.counterexample() : story;
      String command = "sabring explore --mistake " + control.name() + " ";
      details.add(by.name() + ": " + by.detail().replace("sabring explore ", command));
    }
    String detail = String.join("\n", details);
    return new Check(control.name(), true, control.rules(), status, detail, figures, story);
  }

  private static Number sum(Number a, Number b) {
    if (a instanceof Double || b instanceof Double) {
      return Math.round((a.doubleValue() + b.doubleValue()) * 10) / 10.0;
    }
    return a.longValue() + b.longValue();
  }
}
