package org.sabring.properties.stream;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.Jqwik;
import org.sabring.properties.stream.Differential.Difference;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Task;

/**
 * The comparison with a real Node: of the shipped streams, and of those with a mistake that it has
 * to find. Without a Node, UNKNOWN.
 */
final class NodeChecks {

  static final String SAME = "Node.sameLogs";

  /** A control ends with the first script that differs. */
  private static final int CONTROL_SCRIPTS = 5_000;

  /** A few scripts find the hole in Node's streams that spec/README tells of. */
  private static final double MOST_BROKEN = 0.001;

  private NodeChecks() {}

  static List<Task> within(Bounds bounds) throws InterruptedException {
    String missing = NodeProcess.missing();
    List<Task> tasks = new ArrayList<>();
    tasks.add(task(SAME, missing, () -> same(bounds)).ofSize(1));
    for (Mutant mutant : MutantWorld.ofTheStreams()) {
      if (Mutants.cell(mutant, Column.NODE).isCaught()) {
        tasks.add(task(nameOf(mutant), missing, () -> control(mutant, bounds)));
      }
    }
    return tasks;
  }

  /** The check that finds it. */
  static String nameOf(Mutant mutant) {
    return "Node." + mutant.name();
  }

  private static Task task(String name, @Nullable String missing, Callable<Check> work) {
    return Task.of(name, missing == null ? work : () -> Check.unknown(name, "skipped: " + missing));
  }

  private static int scripts(Bounds bounds) {
    return switch (bounds) {
      case QUICK -> 1_500;
      case DEFAULT -> 10_000;
      case FULL -> 100_000;
    };
  }

  private static Check same(Bounds bounds) throws IOException, InterruptedException {
    int scripts = scripts(bounds);
    return same(scripts, compare(OurRun::of, scripts, 10));
  }

  /** What a comparison of so many scripts says of the shipped streams. */
  static Check same(int scripts, Compared compared) {
    Difference difference = compared.difference();
    long ran = compared.scripts();
    if (difference != null) {
      return check(SAME, null, Status.FAIL, difference.text(), compared);
    }
    long broken = compared.broken();
    if (ran < scripts || broken > scripts * MOST_BROKEN) {
      String few = "It compared " + (ran - broken) + " of " + scripts;
      return check(SAME, null, Status.UNKNOWN, few, compared);
    }
    String equal = "The logs of " + (ran - broken) + " scripts are equal.";
    String but = broken == 0 ? "" : " Node's own code threw in " + broken + ".";
    return check(SAME, null, Status.PASS, equal + but, compared);
  }

  /** A smaller script is looked for where there is time. */
  static Check control(Mutant mutant, Bounds bounds) throws IOException, InterruptedException {
    Function<?, ?> inside = MutantWorld.of(mutant).create(OurRun.OfJson.class, Function.class);
    @SuppressWarnings("unchecked") // that is what OfJson is
    Function<String, List<String>> run = (Function<String, List<String>>) inside;
    Compared compared =
        compare(
            script -> run.apply(script.json()), CONTROL_SCRIPTS, bounds == Bounds.QUICK ? 0 : 1);
    Difference difference = compared.difference();
    return difference != null
        ? check(nameOf(mutant), mutant, Status.PASS, difference.text(), compared)
        : check(
            nameOf(mutant),
            mutant,
            Status.FAIL,
            "No script of " + compared.scripts() + " showed it.",
            compared);
  }

  /** What a comparison has come to. */
  record Compared(
      long scripts, long broken, @Nullable Difference difference, Map<String, Number> figures) {}

  private static Compared compare(
      Function<NodeScript, List<String>> run, int scripts, int shrinkSeconds)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (NodeProcess node = NodeProcess.start()) {
      Differential differential = new Differential(node, run);
      Jqwik.run(
          property(),
          scripts,
          shrinkSeconds,
          differential::around,
          differential::scripts,
          differential::stop,
          Progress.SILENT);
      Map<String, Number> figures = new LinkedHashMap<>();
      figures.put("scripts", differential.scripts());
      figures.put("lines", differential.lines());
      figures.put("seconds", Figures.secondsSince(start));
      return new Compared(
          differential.scripts(), differential.broken(), differential.smallest(), figures);
    }
  }

  private static Check check(
      String name, @Nullable Mutant mutant, Status status, String detail, Compared compared) {
    return new Check(
            name,
            mutant != null,
            mutant == null ? List.of() : mutant.rules(),
            status,
            detail,
            compared.figures(),
            null)
        .over(Map.of("by", "comparison with Node"));
  }

  private static Method property() {
    return Stream.of(NodeProperties.class.getDeclaredMethods())
        .filter(method -> method.getName().equals("ourStreamsDoWhatNodesDo"))
        .findFirst()
        .orElseThrow();
  }
}
