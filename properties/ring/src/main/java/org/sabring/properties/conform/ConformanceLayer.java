package org.sabring.properties.conform;

import static org.sabring.spec.law.Rule.RB103;
import static org.sabring.spec.law.Rule.RB203;
import static org.sabring.spec.law.Rule.RB204;
import static org.sabring.spec.law.Rule.RB303;
import static org.sabring.spec.law.Rule.RB402;
import static org.sabring.spec.law.Rule.RB403;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sabring.properties.world.MutantCheck;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.MutantLayer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.check.Tasks;
import org.sabring.spec.law.MachineGraph;
import org.sabring.spec.law.ReferenceMachine;
import org.sabring.spec.law.Rule;
import org.sabring.tla.Model;
import org.sabring.tla.tlc.LawGraph;

/**
 * The layer {@code conformance}: three graphs at the same bounds, of TLC, of the reference machine
 * and of the shipped ring, have the same states and the same steps. So what TLC finds to hold of
 * every state and step of the law holds of every state and step of the Java code, at these bounds
 * and on sequentially consistent memory. Of the streams, what the code does is what their law
 * allows.
 */
public final class ConformanceLayer implements Layer {

  /** The rules for which a control shows that their breach is what the comparison sees. */
  static final List<Rule> RULES = List.of(RB103, RB203, RB204, RB303, RB402, RB403);

  private final Path folder;

  /** TLC works below {@code target/conformance} of the repository. */
  public ConformanceLayer() {
    this(Path.of(System.getProperty("sabring.root", "."), "target", "conformance"));
  }

  ConformanceLayer(Path folder) {
    this.folder = folder;
  }

  @Override
  public String name() {
    return "conformance";
  }

  @Override
  public String promise() {
    return "The state graph of TLC, of the reference machine and of the shipped Java code are the"
        + " same, edge for edge, and what the shipped streams do is a behaviour of their law. Cannot"
        + " see weak memory, larger capacities, or what a side does"
        + " after it has closed or cancelled.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    Tasks tasks = new Tasks();
    for (int capacity = 2; capacity <= 4; capacity++) {
      if (effort(capacity).compareTo(bounds) <= 0) {
        law(tasks, "law = machine, capacity " + capacity, "reference-" + capacity);
      }
      for (Ways ways : Ways.values()) {
        if (effort(capacity, ways).compareTo(bounds) <= 0) {
          ring(tasks, Conformance.of(capacity, ways), capacity);
        }
      }
    }
    StreamInclusion.add(tasks, folder, bounds);
    law(tasks, "CountAfterPublish in TLA+", "CountAfterPublish");
    for (MachineControl control : MachineControl.values()) {
      String name = control.name();
      tasks.add(name, () -> check(name, control.compare(), true, List.of()));
    }
    for (Mutant mutant : Mutants.all()) {
      if (!mutant.isInStream() && Mutants.cell(mutant, Column.CONFORMANCE).isCaught()) {
        tasks.add(mutant.name(), () -> check(mutant));
      }
    }
    return new Evidence(tasks.run(progress));
  }

  @Override
  public Optional<Layer> planted(Mutant mutant) {
    MutantLayer.Run run =
        (bounds, progress) -> {
          Tasks tasks = new Tasks();
          tasks.add(
              mutant.name(),
              () ->
                  !mutant.isInStream()
                      ? check(mutant).asFound()
                      : StreamInclusion.planted(mutant, folder));
          return new Evidence(tasks.run(progress));
        };
    boolean seen = Mutants.cell(mutant, Column.CONFORMANCE).isCaught();
    return seen ? Optional.of(new MutantLayer(this, run)) : Optional.empty();
  }

  /** TLC writes its graph slowly: a minute or two for a ring of 4. */
  private static Bounds effort(int capacity) {
    return capacity == 2 ? Bounds.QUICK : capacity == 3 ? Bounds.DEFAULT : Bounds.FULL;
  }

  /** Both ways of waiting, and not waiting, at every capacity; each by itself at the smallest. */
  private static Bounds effort(int capacity, Ways ways) {
    boolean both = ways == Ways.BOTH || ways == Ways.TIMED;
    return capacity == 2 ? Bounds.QUICK : both ? Bounds.DEFAULT : Bounds.FULL;
  }

  private void law(Tasks tasks, String name, String modelName) {
    tasks.add(name, () -> check(name, Model.named(modelName)));
  }

  /** The graph of a model, against that of a machine; they differ if the model is a control. */
  private Check check(String name, Model model) throws InterruptedException {
    long begun = System.nanoTime();
    MachineGraph machine = new MachineGraph(new ReferenceMachine(model.protocol()));
    LawGraph.Result law = LawGraph.compare(model, machine, folder);
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("states", law.states());
    figures.put("edges", law.edges());
    figures.put("seconds", seconds(begun));
    String difference = law.difference();
    String detail =
        difference == null
            ? "TLC's states and steps are the machine's, none missing and none extra."
            : difference;
    return new Check(
            name,
            model.isControl(),
            List.of(),
            status(model.isControl(), difference != null),
            detail,
            figures,
            law.story())
        .over(model.scope());
  }

  private static void ring(Tasks tasks, Conformance conformance, int capacity) {
    String name = "machine = ring, capacity %d, %s".formatted(capacity, conformance.ways().says());
    tasks.add(name, () -> check(name, conformance));
  }

  private static Check check(String name, Conformance conformance) throws InterruptedException {
    MachineGraph machine = conformance.law();
    return check(name, conformance.compare(machine, states -> {}), false, RULES)
        .over(conformance.scope());
  }

  private static Check check(Mutant mutant) throws InterruptedException {
    try {
      return MutantWorld.of(mutant)
          .create(ConformingMutant.class, MutantCheck.class)
          .look(mutant, Progress.SILENT)
          .get(0);
    } catch (IOException e) {
      return Check.unknown(mutant.name(), "It did not run: " + e.getMessage());
    }
  }

  /** What a comparison says; a control passes by differing. */
  static Check check(String name, Comparison found, boolean control, List<Rule> rules) {
    Difference difference = found.difference();
    Map<String, Number> figures = new LinkedHashMap<>();
    if (control && difference != null) {
      figures.put("steps to it", difference.steps());
    } else {
      figures.put("states", found.nodes());
      figures.put("edges", found.edges());
      figures.put("Java states", found.states());
      figures.put("Java steps", found.steps());
      figures.put("steps a second", Math.round(found.steps() / Math.max(found.seconds(), 1e-3)));
    }
    figures.put("seconds", Math.round(found.seconds() * 100) / 100.0);
    String same = "the ring's states and steps are the machine's, none missing and none extra";
    return new Check(
        name,
        control,
        rules,
        status(control, difference != null),
        difference == null ? same : difference.toString(),
        figures,
        difference == null ? null : difference.story());
  }

  private static Status status(boolean control, boolean differs) {
    return control == differs ? Status.PASS : Status.FAIL;
  }

  private static double seconds(long begun) {
    return Math.round((System.nanoTime() - begun) / 1e8) / 10.0;
  }
}
