package org.sabring.properties.explore.ring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.Monitor;
import org.sabring.explore.Smallest;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.Stories;
import org.sabring.properties.world.ExploredCase;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Table;
import org.sabring.spec.check.Tasks;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Rule;

/**
 * Explorations of programs on the ring as shipped, each as a check, and their table. Any thread may
 * explore.
 */
final class CaseRuns {

  private final Map<String, List<String>> rows = new ConcurrentHashMap<>();

  /** The table, of the programs in this order. */
  Table table(List<? extends ExploredCase> cases) {
    return new Table(
        "What was explored on each memory",
        List.of("program", "memory", "states", "steps", "executions", "steps a second"),
        cases.stream()
            .flatMap(one -> Stream.of(MemoryModel.values()).map(model -> nameOf(one, model)))
            .map(rows::get)
            .flatMap(Stream::ofNullable)
            .toList());
  }

  /** Adds the explorations of programs on every memory; one thread has a program to itself. */
  void add(Tasks tasks, List<? extends ExploredCase> cases) {
    for (ExploredCase one : cases) {
      tasks.add(one.name(), MemoryModel.values().length, () -> checks(one));
    }
  }

  private List<Check> checks(ExploredCase one) throws InterruptedException {
    List<Check> checks = new ArrayList<>();
    for (MemoryModel model : MemoryModel.values()) {
      checks.add(check(one, model));
    }
    return checks;
  }

  private static String nameOf(ExploredCase one, MemoryModel model) {
    return one.name() + ", " + model;
  }

  Check check(ExploredCase one, MemoryModel model) throws InterruptedException {
    String name = nameOf(one, model);
    String says = one.says();
    Monitor monitor = one.monitor(model);
    Exploration exploration = new Explorer(one.explored(), model, monitor, one.options()).explore();
    String detail = says + ": no schedule breaks a promise";
    Interleaving story = null;
    List<Rule> rules = List.copyOf(one.rules(model));
    if (!exploration.findings().isEmpty()) {
      Finding finding = exploration.findings().get(0);
      Smallest smallest = one.isDivisible() ? smallest(one, model, monitor, finding) : null;
      rules = Stories.rules(finding.rules()); // of the others nothing is known
      detail = smallest == null ? says + ": " + finding : smallest.toString();
      story = Stories.of(smallest == null ? finding.story() : smallest.finding().story());
    } else if (!exploration.complete()) {
      detail = says + ": nothing was broken within the bound, which was reached";
    }
    rows.put(name, row(one.name(), model, exploration));
    return new Check(
            name, false, rules, Stories.status(exploration), detail, figures(exploration), story)
        .over(one.scope(model));
  }

  private static @Nullable Smallest smallest(
      ExploredCase one, MemoryModel model, Monitor monitor, Finding finding)
      throws InterruptedException {
    return Smallest.of(
        one.explored(),
        model,
        monitor,
        one.options(),
        other -> other.rules().equals(finding.rules()));
  }

  private static List<String> row(String name, MemoryModel model, Exploration exploration) {
    return List.of(
        name,
        model.name(),
        Figures.text(exploration.states()),
        Figures.text(exploration.steps()),
        executions(exploration.executions()),
        Figures.text(rate(exploration)));
  }

  private static String executions(double executions) {
    return Double.isInfinite(executions) ? "infinitely many" : "%.2g".formatted(executions);
  }

  private static long rate(Exploration exploration) {
    return Math.round(exploration.steps() / Math.max(exploration.seconds(), 1e-3));
  }

  private static Map<String, Number> figures(Exploration exploration) {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("states", exploration.states());
    figures.put("steps", exploration.steps());
    if (exploration.executions() > 0 && !Double.isInfinite(exploration.executions())) {
      figures.put("executions, log10", Math.log10(exploration.executions()));
    }
    figures.put("steps a second", rate(exploration));
    figures.put("seconds", Math.round(exploration.seconds() * 100) / 100.0);
    return figures;
  }
}
