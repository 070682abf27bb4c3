package org.sabring.spec.recorders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.spec.cli.Cli;

/**
 * What {@code sabring check} makes of recordings from C, C++ and Rust: both files of a run at once.
 * Nobody who is right is accused, and each mistake is found with its rule.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Tag("any-jdk")
class RecordedVerdictTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"C,steps", "CPP,steps", "RUST,steps", "C,history", "CPP,history", "RUST,history"})
  void aRightRingConforms(Toolchain language, String kind) throws Exception {
    language.assume();
    record(0, language, kind);
    assertThat(check(0)).contains("CONFORMS");
  }

  @ParameterizedTest
  @EnumSource
  void aMissingReleaseIsADataRace(Toolchain language) throws Exception {
    language.assume();
    record(0, language, "steps", "without_release");
    assertThat(check(1)).contains("VIOLATES", "RB201");
  }

  @ParameterizedTest
  @CsvSource({"C,steps", "CPP,steps", "RUST,steps", "C,history", "CPP,history", "RUST,history"})
  void whoDoesNotLookForRoomIsFound(Toolchain language, String kind) throws Exception {
    language.assume();
    record(0, language, kind, "never_full");
    assertThat(check(1)).contains("VIOLATES");
  }

  @Test
  void aCursorBeforeItsSlotIsFound() throws Exception {
    Toolchain.RUST.assume();
    record(0, Toolchain.RUST, "steps", "publish_first");
    assertThat(check(1)).contains("VIOLATES", "RB20");
  }

  @ParameterizedTest
  @CsvSource({"steps", "history"})
  void whoSleepsOverAnElementIsFound(String kind) throws Exception {
    Toolchain.C.assume();
    record(3, Toolchain.C, kind, "without_notify");
    assertThat(check(1)).contains("VIOLATES", "RB301");
  }

  @ParameterizedTest
  @EnumSource
  void aRecordingThatWasCutAccusesNobody(Toolchain language) throws Exception {
    language.assume();
    String program = language.ring().toString();
    for (int limit : List.of(1, 2, 7, 100, 301)) {
      for (String thread : List.of("P", "C")) {
        Files.deleteIfExists(file(thread)); // a side that took no step leaves none
      }
      Toolchain.run(folder, List.of(program), "SABRING_LIMIT=" + limit);
      Cli verdict = verdict();
      assertThat(verdict.code()).as("%d steps: %s", limit, verdict).isIn(0, 3);
    }
  }

  private void record(int code, Toolchain language, String kind, String... mistakes)
      throws Exception {
    String program = language.ring(mistakes).toString();
    Toolchain.Ran ran = Toolchain.run(folder, List.of(program, kind));
    assertThat(ran.code()).as(ran.said()).isEqualTo(code);
  }

  private String check(int code) {
    Cli verdict = verdict();
    assertThat(verdict.code()).as(verdict.toString()).isEqualTo(code);
    return verdict.out();
  }

  private Cli verdict() {
    List<String> arguments = new ArrayList<>(List.of("check"));
    Stream.of("P", "C").map(this::file).filter(Files::exists).forEach(f -> arguments.add("" + f));
    return Cli.run(folder, List.of(), arguments.toArray(String[]::new));
  }

  private Path file(String thread) {
    return folder.resolve("sabring-" + thread + ".jsonl");
  }
}
