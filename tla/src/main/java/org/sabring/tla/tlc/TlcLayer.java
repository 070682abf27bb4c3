package org.sabring.tla.tlc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.sabring.tla.ModelSet;
import org.sabring.tla.Sweep;

/** A layer whose checks TLC makes: models, and sweeps over many cases each. */
abstract class TlcLayer implements Layer {

  private final ModelSet models;
  private final List<Column> columns;
  private final Path folder;

  /**
   * @param columns where the catalogue of mutants says which controls of this layer catch one
   * @param folder where TLC works
   */
  TlcLayer(ModelSet models, List<Column> columns, Path folder) {
    this.models = models;
    this.columns = columns;
    this.folder = folder.toAbsolutePath();
  }

  /** Where TLC works. */
  Path folder() {
    return folder;
  }

  /** Where TLC works for a command of this repository. */
  static Path target() {
    return Path.of(System.getProperty("sabring.root", "."), "target", "tlc");
  }

  @Override
  public Evidence run(Bounds bounds, Progress progress) throws InterruptedException {
    List<Sweep> sweeps =
        models.sweeps().stream()
            .filter(sweep -> sweep.model().effort().compareTo(bounds) <= 0)
            .toList();
    Tasks tasks = new Tasks();
    try (Tlc tlc = new Tlc(folder)) {
      for (Sweep sweep : sweeps) {
        long size = sweep.model().expect().states();
        tasks.add(
            sweep.model().name(), size, 1 + sweep.all().size(), () -> SweepJudge.check(sweep, tlc));
      }
      for (Model model : models.models()) {
        if (!model.distributed() && model.effort().compareTo(bounds) <= 0) {
          long size = model.expect().states();
          tasks.add(model.name(), size, 1, () -> List.of(ModelJudge.check(model, tlc)));
        }
      }
      List<Check> checks = tasks.run(progress);
      return new Evidence(checks, tables(sweeps, checks));
    }
  }

  /** The controls that the catalogue names for the mutant, and of a sweep with some those alone. */
  @Override
  public Optional<Layer> planted(Mutant mutant) {
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      Cell cell = Mutants.cell(mutant, column);
      names.addAll(cell.isCaught() ? cell.names() : List.of());
    }
    MutantLayer.Run run = (bounds, progress) -> found(names, progress);
    boolean some =
        models.models().stream().anyMatch(model -> isNamed(model, names))
            || models.sweeps().stream().anyMatch(sweep -> count(sweep, names) > 0);
    return some ? Optional.of(new MutantLayer(this, run)) : Optional.empty();
  }

  private Evidence found(Set<String> names, Progress progress) throws InterruptedException {
    Tasks tasks = new Tasks();
    try (Tlc tlc = new Tlc(folder)) {
      for (Sweep sweep : models.sweeps()) {
        if (count(sweep, names) > 0) {
          tasks.add(
              sweep.model().name(),
              count(sweep, names),
              () ->
                  SweepJudge.check(sweep, tlc).stream()
                      .filter(check -> names.contains(check.name()))
                      .map(Check::asFound)
                      .toList());
        }
      }
      models.models().stream()
          .filter(model -> isNamed(model, names))
          .forEach(model -> tasks.add(model.name(), () -> ModelJudge.check(model, tlc).asFound()));
      return new Evidence(tasks.run(progress));
    }
  }

  /** Those of its models that are for several machines. */
  List<Model> distributed() {
    return models.models().stream().filter(Model::distributed).toList();
  }

  private static boolean isNamed(Model model, Set<String> names) {
    return model.isControl() && names.contains(model.name());
  }

  private static int count(Sweep sweep, Set<String> names) {
    return (int) sweep.all().stream().map(sweep::nameOf).filter(names::contains).count();
  }

  /** Which modes suffice; and the cases of each sweep and what was found. */
  private static List<Table> tables(List<Sweep> sweeps, List<Check> checks) {
    Map<String, Check> byName = new HashMap<>();
    checks.forEach(check -> byName.put(check.name(), check));
    List<Table> tables = new ArrayList<>();
    ModesTable.of(sweeps, byName).ifPresent(tables::add);
    sweeps.forEach(sweep -> tables.add(SweepJudge.table(sweep, byName)));
    return tables;
  }
}
