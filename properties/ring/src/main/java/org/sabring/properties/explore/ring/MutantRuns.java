package org.sabring.properties.explore.ring;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Finding;
import org.sabring.properties.explore.Stories;
import org.sabring.properties.explore.ring.StreamMutant.Explored;
import org.sabring.properties.world.ExploredCase;
import org.sabring.spec.catalog.Cell;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Rule;

/**
 * Explorations of mutants, on each memory, compared with the catalogue: in each column it must be
 * caught by the rules that stand there, or not be seen at all.
 */
final class MutantRuns {

  private MutantRuns() {}

  /** A mutant of the ring: the program that shows it, on each memory, and what the oracle says. */
  static Check check(RingMutant mutant) throws InterruptedException {
    Map<Column, Exploration> explored = new LinkedHashMap<>();
    for (Column column : RingMutant.COLUMNS.keySet()) {
      explored.put(column, mutant.explore(column));
    }
    List<String> judged = mutant.oracle().stream().map(Enum::name).toList();
    return check(mutant.row(), mutant.watched().says(), explored, judged);
  }

  /** A mutant of a stream: the first program that shows it, on each memory. */
  static Check check(StreamMutant mutant) throws InterruptedException {
    try {
      Explored explored = mutant.explore(Bounds.DEFAULT);
      ExploredCase program = explored.program();
      String says = program == null ? "no program shows it" : program.says();
      return check(mutant.row(), says, explored.columns(), null);
    } catch (UncheckedIOException e) {
      return Check.unknown(mutant.row().name(), "It did not run: " + e.getCause());
    }
  }

  private static Check check(
      Mutant row,
      String program,
      Map<Column, Exploration> explored,
      @Nullable List<String> judged) {
    Map<Column, Cell> cells = Mutants.cells(row);
    Map<String, Number> figures = new LinkedHashMap<>();
    List<String> details = new ArrayList<>(List.of(row.mistake(), program));
    Status status = explored.isEmpty() ? Status.FAIL : Status.PASS;
    boolean caught = explored.isEmpty(); // it should have been: only what is caught is looked for
    Interleaving story = null;
    for (Map.Entry<Column, Exploration> one : explored.entrySet()) {
      Column column = one.getKey();
      Exploration exploration = one.getValue();
      Finding finding = exploration.findings().stream().findFirst().orElse(null);
      Cell expected = cells.get(column);
      boolean as = expected != null && isAs(expected, exploration, finding);
      status = as ? status : Status.FAIL;
      caught |= expected != null && expected.isCaught();
      story = story == null && finding != null ? Stories.of(finding.story()) : story;
      details.add(
          column.label()
              + ": "
              + found(exploration, finding)
              + (as ? "" : "; expected " + expected));
      measure(figures, column, exploration, finding);
    }
    if (judged != null) {
      Cell oracle = cells.get(Column.ORACLE);
      boolean agrees = oracle != null && judged.equals(oracle.names());
      status = agrees ? status : Status.FAIL;
      details.add("oracle: " + judged + (agrees ? "" : "; expected " + oracle));
    }
    return new Check(
        row.name(),
        caught,
        caught ? watched(row) : List.of(),
        status,
        String.join("\n", details),
        figures,
        story);
  }

  /** The rules that it breaks, of those that this layer watches. */
  private static List<Rule> watched(Mutant row) {
    return row.rules().stream().filter(r -> r.layers().contains("explore")).toList();
  }

  private static boolean isAs(Cell expected, Exploration exploration, @Nullable Finding finding) {
    return expected.isCaught()
        ? finding != null && expected.names().equals(names(finding))
        : finding == null && exploration.complete();
  }

  private static List<String> names(Finding finding) {
    return finding.rules().stream().map(Enum::name).toList();
  }

  private static String found(Exploration exploration, @Nullable Finding finding) {
    if (finding != null) {
      return finding.toString();
    }
    return exploration.complete() ? "nothing, in any schedule" : "nothing, within the bound";
  }

  private static void measure(
      Map<String, Number> figures,
      Column column,
      Exploration exploration,
      @Nullable Finding finding) {
    if (finding != null) {
      figures.put(column.label() + " steps", finding.story().lines().size() - 1);
    }
    figures.put(column.label() + " states", exploration.states());
    figures.put(column.label() + " seconds", Math.round(exploration.seconds() * 1e4) / 1e4);
  }
}
