package org.sabring.properties.explore.ring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.stream.StreamCases;
import org.sabring.properties.world.ExploredCase;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;

/**
 * A mutant of the catalogue that is planted in a shipped stream.
 *
 * @param row what the catalogue says
 */
record StreamMutant(Mutant row) {

  /**
   * What was explored of it.
   *
   * @param program the first that shows it; null if none does
   * @param columns what was found in that program, in each column
   */
  record Explored(@Nullable ExploredCase program, Map<Column, Exploration> columns) {}

  private static final List<Column> COLUMNS =
      List.of(Column.EXPLORE_SC, Column.EXPLORE_TSO, Column.EXPLORE_RA);

  /** All that the explorer is said to find. */
  static List<StreamMutant> found() {
    return MutantWorld.ofTheStreams().stream()
        .filter(mutant -> Mutants.cell(mutant, Column.EXPLORE_SC).isCaught())
        .map(StreamMutant::new)
        .toList();
  }

  /** The programs of streams, with the mistake in the streams. */
  List<ExploredCase> cases(Bounds bounds) {
    try {
      @SuppressWarnings("unchecked") // StreamCases says so itself
      Function<Bounds, List<ExploredCase>> cases =
          MutantWorld.of(row).create(StreamCases.class, Function.class);
      return cases.apply(bounds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks for the first program that shows it, and explores that on each memory. */
  Explored explore(Bounds bounds) throws InterruptedException {
    for (ExploredCase one : cases(bounds)) {
      Exploration found = explore(one, MemoryModel.SC);
      if (!found.findings().isEmpty()) {
        Map<Column, Exploration> columns = new LinkedHashMap<>();
        for (Column column : COLUMNS) {
          MemoryModel model = RingMutant.memory(column);
          columns.put(column, model == MemoryModel.SC ? found : explore(one, model));
        }
        return new Explored(one, columns);
      }
    }
    return new Explored(null, Map.of());
  }

  private static Exploration explore(ExploredCase one, MemoryModel model)
      throws InterruptedException {
    return new Explorer(one.explored(), model, one.monitor(model), one.options()).explore();
  }

  @Override
  public String toString() {
    return row.name();
  }
}
