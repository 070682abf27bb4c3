package org.sabring.spec.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.law.Rule;
import org.sabring.spec.report.Json;

/** The text that {@code sabring explain} prints of a mutant. */
final class MutantText {

  private final Mutant mutant;

  MutantText(Mutant mutant) {
    this.mutant = mutant;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(mutant.name() + "  " + mutant.mistake(), ""));
    TextTable table = new TextTable();
    for (Rule rule : mutant.rules()) {
      table.row("breaks", rule + "  " + rule.sentence());
    }
    if (mutant.alone() != null) {
      table.row("noticed by", mutant.alone() + " alone: no other rule sees it");
    }
    mutant.sources().forEach(source -> table.row("made by", source));
    Mutants.cells(mutant).forEach((column, cell) -> table.row(column.label(), cell.text()));
    lines.addAll(table.lines());
    for (Mutant.Edit edit : mutant.edits()) {
      lines.addAll(List.of("", edit.in()));
      lines.addAll(edit.lines());
    }
    lines.add("");
    lines.add("./sabring verify --quick --mutant " + mutant.name() + " shows it on the page.");
    if (!replay().isEmpty()) {
      lines.add("");
      lines.add(
          "./sabring "
              + replay().stream().map(MutantText::quoted).collect(Collectors.joining(" ")));
    }
    return lines;
  }

  private static String quoted(String argument) {
    boolean plain = argument.matches("[\\w-]+");
    return plain ? argument : "'" + argument + "'";
  }

  /** The command that shows the shortest way to it; empty if the explorer does not see it. */
  List<String> replay() {
    Mutant.Calls calls = mutant.calls();
    if (calls == null || mutant.schedule().isEmpty()) {
      return List.of();
    }
    List<String> command = new ArrayList<>(List.of("explore", "--mistake", mutant.name()));
    command.addAll(List.of("--memory", mutant.memory().toLowerCase(Locale.ROOT)));
    command.addAll(List.of("--capacity", Integer.toString(calls.capacity())));
    command.addAll(List.of("--producer", calls.producer(), "--consumer", calls.consumer()));
    if (calls.interrupts() > 0) {
      command.addAll(List.of("--interrupts", Integer.toString(calls.interrupts())));
    }
    if (calls.fromOutside()) {
      command.add("--from-outside");
    }
    command.addAll(List.of("--replay", mutant.schedule()));
    return command;
  }

  ObjectNode document() {
    ObjectNode document = Json.document("sabring-mutant");
    document.put("name", mutant.name());
    document.put("mistake", mutant.mistake());
    document.set("rules", Json.strings(mutant.rules()));
    document.set("sources", Json.strings(mutant.sources()));
    document.set("replay", Json.strings(replay()));
    document.set("edits", Json.tree(mutant.edits()));
    ArrayNode cells = document.putArray("cells");
    Mutants.cells(mutant)
        .forEach(
            (column, cell) ->
                cells
                    .addObject()
                    .put("column", column.label())
                    .put("kind", cell.kind().label())
                    .put("says", cell.text()));
    return document;
  }
}
