package org.sabring.explore.reduction;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Operation;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;

/**
 * A program as data.
 *
 * @param sides for each side its calls, in order, of so many statements each
 */
record DataProgram(List<List<List<Statement>>> sides) {

  /** Two sides that make one call each. */
  static DataProgram of(List<Statement> first, List<Statement> second) {
    return new DataProgram(List.of(List.of(first), List.of(second)));
  }

  /** All that was told apart, and all that was found: without the numbers of objects. */
  record Seen(SortedSet<String> outcomes, SortedSet<String> findings, long states) {

    boolean isAs(Seen other) {
      return outcomes.equals(other.outcomes) && findings.equals(other.findings);
    }

    boolean hasRace() {
      return findings.stream().anyMatch(found -> found.startsWith("a data race"));
    }
  }

  Program program(Code code) {
    Program.Sharing<Cells> sharing = Program.sharing(Cells::new).with(code);
    char letter = 'A';
    for (List<List<Statement>> calls : sides) {
      sharing = sharing.side(letter++, calls.stream().map(DataProgram::operation).toList());
    }
    return sharing.program();
  }

  private static Operation<Cells> operation(List<Statement> statements) {
    return Operation.of(statements.toString(), cells -> Machine.run(cells, statements));
  }

  /** What a program comes to; null if it has too many states. */
  static @Nullable Seen explored(Program program, Options options, MemoryModel model)
      throws InterruptedException {
    Exploration all =
        new Explorer(program, model, Remembering.of(program.count()), options)
            .until(findings -> false)
            .explore();
    SortedSet<String> found = new TreeSet<>();
    all.findings().forEach(finding -> found.add(finding.found().replaceAll("#\\d+", "")));
    return all.complete() ? new Seen(all.outcomes(), found, all.states()) : null;
  }

  /** One line a side, one statement after the other. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    sides.forEach(calls -> text.append("\n  ").append(calls));
    return text.toString();
  }
}
