package org.sabring.properties.explore.ring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.world.ExploredCase;
import org.sabring.properties.world.MutantWorld;
import org.sabring.ring.RingLayout;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.law.Rule;

/**
 * A mutant of the ring, in the program that is enough to show it.
 *
 * @param row what the catalogue says
 * @param watched the program, all of which is judged
 * @param called the same, of which only what callers see is judged
 */
record RingMutant(Mutant row, ExploredCase watched, ExploredCase called) {

  /** The columns that the explorer fills, and the memory of each. */
  static final Map<Column, MemoryModel> COLUMNS =
      new EnumMap<>(
          Map.of(
              Column.EXPLORE_SC, MemoryModel.SC,
              Column.EXPLORE_TSO, MemoryModel.TSO,
              Column.EXPLORE_RA, MemoryModel.RA,
              Column.CALLERS, MemoryModel.RA));

  /** A call that moves several elements, which a trace of steps cannot tell. */
  private static final Pattern BATCH = Pattern.compile("\\d to \\d|(?:take|poll) \\d");

  /** The rows of all that are explored. */
  static List<Mutant> rows() {
    return MutantWorld.ofTheRing().stream().filter(mutant -> mutant.calls() != null).toList();
  }

  /** The mutant, on the shipped classes with its edits. */
  static RingMutant of(Mutant row) {
    return of(row, inside(row, Bounds.QUICK));
  }

  /** The same programs on the classes as shipped: the control. */
  static RingMutant sound(Mutant row) {
    return of(row, new RingMutantCases().apply(row, Bounds.QUICK));
  }

  static RingMutant of(Mutant row, List<ExploredCase> cases) {
    return new RingMutant(row, cases.get(0), cases.get(1));
  }

  static RingMutant named(String name) {
    return of(Mutants.named(name).orElseThrow());
  }

  /** The program that is enough to show it, and then those that the layer explores anyway. */
  static List<ExploredCase> cases(Mutant row, Bounds bounds) {
    List<ExploredCase> cases = new ArrayList<>(inside(row, bounds));
    cases.remove(1);
    return cases;
  }

  private static List<ExploredCase> inside(Mutant row, Bounds bounds) {
    try {
      return inside(MutantWorld.of(row), row, bounds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<ExploredCase> inside(MutantWorld world, Mutant row, Bounds bounds) {
    @SuppressWarnings("unchecked") // RingMutantCases says so itself
    BiFunction<Mutant, Bounds, List<ExploredCase>> cases =
        world.create(RingMutantCases.class, BiFunction.class);
    return cases.apply(row, bounds);
  }

  ExploredCase in(Column column) {
    return column == Column.CALLERS ? called : watched;
  }

  static MemoryModel memory(Column column) {
    return COLUMNS.getOrDefault(column, MemoryModel.RA);
  }

  /** Explores the program up to the first finding. */
  Exploration explore(Column column) throws InterruptedException {
    ExploredCase one = in(column);
    MemoryModel memory = memory(column);
    return new Explorer(one.explored(), memory, one.monitor(memory), one.options()).explore();
  }

  /** The rules that the oracle finds broken in traces of random runs; of batches there are none. */
  Set<Rule> oracle() throws InterruptedException {
    Mutant.Calls calls = Objects.requireNonNull(row.calls(), row.name());
    if (BATCH.matcher(calls.producer() + ", " + calls.consumer()).find()) {
      return Set.of();
    }
    RingLayout layout = RingLayout.compact(calls.capacity());
    return RingTrace.judged(watched.explored(), layout, watched.options());
  }

  @Override
  public String toString() {
    return row.name();
  }
}
