package org.sabring.explore.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.explore.memory.LitmusFile.Program;
import org.sabring.explore.memory.LitmusFile.Verdict;

/** The programs of {@code litmus.txt} on each memory, and the page that is made of them. */
class LitmusTableTest {

  private static final Path PAGE =
      Path.of(System.getProperty("sabring.root", "../..")).resolve("spec/doc/litmus.md");

  private static final String BLOCK =
      """
      name: MP
      source: here
      P: x = 1 plain; f = 1 release
      C: r1 = f acquire; if r1 == 1 { r2 = x plain }
      ask: r1=1 r2=0
      SC: forbidden
      TSO: forbidden
      RA: forbidden
      RC11: forbidden
      JAM: forbidden
      """;

  static List<Program> programs() {
    return LitmusFile.programs();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everyMemorySaysWhatTheTableSays(Program program) {
    Map<MemoryModel, Verdict> found = new TreeMap<>();
    Map<MemoryModel, Verdict> expected = new TreeMap<>();
    for (MemoryModel model : MemoryModel.values()) {
      found.put(model, LitmusRun.of(program, model));
      expected.put(model, program.verdict(model.name()));
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void thereAreAtLeastSeventyPrograms() {
    assertThat(programs()).hasSizeGreaterThanOrEqualTo(70);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aDeviationIsExplainedWhereThereIsOneAndNowhereElse(Program program) {
    Verdict ours = program.verdict("RA");
    boolean deviates = ours != program.verdict("RC11") || ours != program.verdict("JAM");
    assertThat(program.deviation() != null).as("has a deviation").isEqualTo(deviates);
  }

  /** Controls: a memory with one mistake disagrees with the table in so many programs or more. */
  @ParameterizedTest
  @CsvSource({
    "RELEASE_AS_OPAQUE, 25",
    "ACQUIRE_AS_OPAQUE, 25",
    "VOLATILE_AS_RELEASE_ACQUIRE, 25",
    "PLAIN_AS_OPAQUE, 15",
    "NO_FENCES, 25",
    "UPDATES_NOT_ATOMIC, 15"
  })
  void aSpoiltMemoryDisagreesWithTheTable(SpoiltMemory.Mistake mistake, int least) {
    List<Program> disagreeing =
        programs().stream()
            .filter(p -> LitmusRun.of(p, SpoiltMemory.fresh(p, mistake)) != p.verdict("RA"))
            .toList();
    assertThat(disagreeing).hasSizeGreaterThanOrEqualTo(least);
  }

  @Test
  void thePageIsMadeOfTheTable() throws IOException {
    String page = LitmusTable.of(programs());
    if (Boolean.getBoolean("sabring.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as("to make it again, run this test with -Dsabring.write=true")
        .hasContent(page);
  }

  @Test
  void aBlockIsAProgram() {
    List<Program> programs = LitmusFile.parse("# first\n\n" + BLOCK);
    assertThat(programs).extracting(Program::name).containsExactly("MP");
    assertThat(programs.get(0).sides()).extracting(List::size).containsExactly(2, 2);
    assertThat(programs.get(0).locations()).containsExactly("f", "x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P: x = 1 plain;; f = 1 release",
        "P: x = 1 acquire",
        "P: x := 1 plain",
        "P: c = 1 plain",
        "P: r3 = y release",
        "P: r3 = add y 1 plain",
        "P: r3 = cas y 1 opaque",
        "P: fence volatile",
        "P: if r1 == 1 { x = 1 plain",
        "P: ",
        "X: x = 1 plain",
        "x = 1 plain"
      })
  void aMalformedLineIsAnErrorThatNamesIt(String line) {
    String text = BLOCK.replaceFirst("P: .*", line);
    assertThatThrownBy(() -> LitmusFile.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("litmus.txt:3: ");
  }

  @ParameterizedTest
  @CsvSource({
    "ask: .*, ask: r1=1 & r2=0, 5",
    "ask: .*, ask: r1=1 r3=0, 11",
    "SC: forbidden, SC: race, 6",
    "RA: forbidden, RA: maybe, 8",
    "source: here\\n, '', 10",
    "C: r1, C: r2, 11",
    "SC: forbidden, TSO: forbidden, 7"
  })
  void soIsABlockThatDoesNotFit(String instead, String text, int line) {
    assertThatThrownBy(() -> LitmusFile.parse(BLOCK.replaceFirst(instead, text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("litmus.txt:" + line + ": ");
  }

  @Test
  void twoProgramsOfOneNameAreAnError() {
    assertThatThrownBy(() -> LitmusFile.parse(BLOCK + "\n" + BLOCK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("litmus.txt:12: two programs of this name");
  }
}
