package org.sabring.tla.tlc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.sabring.spec.catalog.Cell;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.MutantLayer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Table;
import org.sabring.spec.check.Tasks;
import org.sabring.tla.Model;
import org.sabring.tla.Sweep;
import org.sabring.tla.WeakModels;

/**
 * The layer {@code weak}: TLC explores the ring on memories that are not sequentially consistent,
 * and the memories themselves on litmus programs.
 */
public final class WeakLayer implements Layer {

  private final WeakModels models;
  private final Path folder;

  /** All of {@code weak.json}; TLC works below {@code target/tlc} of the repository. */
  public WeakLayer() {
    this(WeakModels.all(), Path.of(System.getProperty("sabring.root", "."), "target", "tlc"));
  }

  WeakLayer(WeakModels models, Path folder) {
    this.models = models;
    this.folder = folder.toAbsolutePath();
  }

  @Override
  public String name() {
    return "weak";
  }

  @Override
  public String promise() {
    return "TLC explores the protocol on store buffers and on release/acquire memory: which access"
        + " modes suffice, and that none can go. Cannot see load buffering, or Java.";
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    Tasks tasks = new Tasks();
    try (Tlc tlc = new Tlc(folder)) {
      sweeps(bounds)
          .forEach(sweep -> add(tasks, sweep, 1 + sweep.all().size(), () -> check(sweep, tlc)));
      models.models().stream()
          .filter(model -> model.effort().compareTo(bounds) <= 0)
          .forEach(model -> ModelLayer.add(tasks, model, () -> ModelLayer.check(model, tlc)));
      List<Check> checks = tasks.run(progress);
      return new Evidence(checks, tables(checks, bounds));
    }
  }

  /** The sweeps with controls that the catalogue names for the mutant, and of them those alone. */
  @Override
  public Optional<Layer> planted(Mutant mutant) {
    Set<String> names = new HashSet<>();
    for (Column column : List.of(Column.WEAK_TSO, Column.WEAK_RA)) {
      Cell cell = Mutants.cell(mutant, column);
      names.addAll(cell.isCaught() ? cell.names() : List.of());
    }
    List<Sweep> planted =
        models.sweeps().stream()
            .filter(sweep -> sweep.all().stream().map(sweep::nameOf).anyMatch(names::contains))
            .toList();
    List<Model> single =
        models.models().stream()
            .filter(model -> model.isControl() && names.contains(model.name()))
            .toList();
    MutantLayer.Run run =
        (bounds, progress) -> {
          Tasks tasks = new Tasks();
          try (Tlc tlc = new Tlc(folder)) {
            planted.forEach(
                sweep -> add(tasks, sweep, count(sweep, names), () -> found(sweep, tlc, names)));
            single.forEach(
                model ->
                    ModelLayer.add(tasks, model, () -> ModelLayer.check(model, tlc).asFound()));
            return new Evidence(tasks.run(progress));
          }
        };
    boolean none = planted.isEmpty() && single.isEmpty();
    return none ? Optional.empty() : Optional.of(new MutantLayer(this, run));
  }

  private static void add(Tasks tasks, Sweep sweep, int count, Callable<List<Check>> work) {
    tasks.add(sweep.model().name(), sweep.model().expect().states(), count, work);
  }

  private static int count(Sweep sweep, Set<String> names) {
    return (int) sweep.all().stream().map(sweep::nameOf).filter(names::contains).count();
  }

  private static List<Check> found(Sweep sweep, Tlc tlc, Set<String> names)
      throws InterruptedException {
    return check(sweep, tlc).stream()
        .filter(check -> names.contains(check.name()))
        .map(Check::asFound)
        .toList();
  }

  private List<Sweep> sweeps(Bounds bounds) {
    return models.sweeps().stream()
        .filter(sweep -> sweep.model().effort().compareTo(bounds) <= 0)
        .toList();
  }

  /** Which modes suffice; and the cases of each sweep and what was found. */
  private List<Table> tables(List<Check> checks, Bounds bounds) {
    Map<String, Check> byName = new HashMap<>();
    checks.forEach(check -> byName.put(check.name(), check));
    List<Table> tables = new ArrayList<>();
    ModesTable.of(sweeps(bounds), byName).ifPresent(tables::add);
    sweeps(bounds).forEach(sweep -> tables.add(SweepJudge.table(sweep, byName)));
    return tables;
  }

  private static List<Check> check(Sweep sweep, Tlc tlc) throws InterruptedException {
    long start = System.nanoTime();
    SweepReport report = tlc.check(sweep);
    return SweepJudge.judge(sweep, report, (System.nanoTime() - start) / 1e9);
  }
}
