package org.sabring.explore.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.LitmusFile.Program;

/** The page {@code spec/doc/litmus.md}, made of {@code litmus.txt}. */
final class LitmusTable {

  private static final String INTRO =
      """
      # The memory of the explorer, in litmus programs

      <!-- Made by LitmusTable from litmus.txt. To make it again:
           ./mvnw -pl properties/explorer test -Dtest=LitmusTableTest -Dsabring.write=true -->

      The explorer runs code on three memories. **SC** takes one access after the other. **TSO**
      puts a store buffer in front of each side, as x86 does; a volatile store, an update and a
      full fence drain it. **RA** knows Java's access modes: all sides agree on the order of the
      stores to one location; a side may read any store that its view has not passed; a release
      hands the view over with its store, an acquire takes it, and volatile accesses and full
      fences push theirs. It is the machine of `tla/weak/ReleaseAcquire.tla`, with atomic updates:
      one takes the place right after the store that it reads, and hands over what that store
      hands over as well as its own.

      Each program asks whether one outcome can come about. SC, TSO and RA are what the machines
      say, and `LitmusTableTest` runs them. RC11 and JAM are what two published models say: RC11
      (Lahav and others, PLDI 2017), with opaque as relaxed, volatile as seq_cst, and plain as
      non-atomic; and JAM, the model of Java's access modes (Bender, Palsberg, OOPSLA 2019), as
      its authors published it with "Compiling volatile correctly in Java" (ECOOP 2022). Their
      verdicts were computed from the axioms, by enumerating executions; the source is where the
      program is from, or *derived*.

      All locations are 0 at first. `x=2` asks for the last store to x. **race** means that two
      accesses of which one is plain and one a store are not ordered: after that RA, like RC11,
      says nothing.
      """;

  private final List<Program> programs;
  private final StringBuilder page = new StringBuilder();

  private LitmusTable(List<Program> programs) {
    this.programs = programs;
  }

  static String of(List<Program> programs) {
    LitmusTable table = new LitmusTable(programs);
    table.page.append(INTRO);
    table.figures();
    table.rows();
    table.deviations();
    return table.page.toString();
  }

  private long agreeing(String model) {
    return programs.stream().filter(p -> p.verdict("RA") == p.verdict(model)).count();
  }

  private void figures() {
    page.append("\nOf ").append(programs.size()).append(" programs RA says the same as RC11 of ");
    page.append(agreeing("RC11")).append(", and the same as JAM of ").append(agreeing("JAM"));
    page.append(". The others are listed under [Deviations](#deviations).\n\n## Programs\n\n");
  }

  private void rows() {
    page.append("| program | statements | outcome | SC | TSO | RA | RC11 | JAM | source |\n");
    page.append("|---|---|---|---|---|---|---|---|---|\n");
    for (Program program : programs) {
      List<String> cells = new ArrayList<>();
      cells.add(program.name());
      cells.add("`" + String.join("`<br>`", statements(program)) + "`");
      cells.add("`" + program.text().get("ask") + "`");
      for (String model : LitmusFile.MODELS) {
        boolean deviates = program.verdict(model) != program.verdict("RA");
        String verdict = program.verdict(model).toString();
        cells.add(model.length() > 3 || model.equals("JAM") ? bold(verdict, deviates) : verdict);
      }
      cells.add(source(program));
      page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
  }

  private static String bold(String text, boolean bold) {
    return bold ? "**" + text + "**" : text;
  }

  private static String source(Program program) {
    @Nullable String note = program.note();
    return program.text().get("source") + (note == null ? "" : " (" + note + ")");
  }

  private static List<String> statements(Program program) {
    return LitmusFile.SIDES.stream()
        .filter(program.text()::containsKey)
        .map(side -> side + ": " + program.text().get(side))
        .toList();
  }

  private void deviations() {
    page.append("\n## Deviations\n\nWhere RA says other than RC11 or JAM, and why.\n");
    Map<String, List<Program>> byReason = new LinkedHashMap<>();
    for (Program program : programs) {
      @Nullable String reason = program.deviation();
      if (reason != null) {
        byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(program);
      }
    }
    byReason.forEach(this::deviation);
  }

  private void deviation(String reason, List<Program> of) {
    page.append("\n### ").append(String.join(", ", of.stream().map(Program::name).toList()));
    page.append("\n\n").append(Character.toUpperCase(reason.charAt(0))).append(reason.substring(1));
    page.append(".\n\n```\n");
    for (Program program : of) {
      page.append(program.name()).append('\n');
      statements(program).forEach(line -> page.append("  ").append(line).append('\n'));
      page.append("  ").append(program.text().get("ask"));
      for (String model : List.of("RA", "RC11", "JAM")) {
        page.append("   ").append(model).append(": ").append(program.verdict(model));
      }
      page.append('\n');
    }
    page.append("```\n");
  }
}
