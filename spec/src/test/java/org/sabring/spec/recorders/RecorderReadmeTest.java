package org.sabring.spec.recorders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands in the READMEs of the recorders, run as they stand: they say what is said there. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Tag("any-jdk")
class RecorderReadmeTest {

  @TempDir Path folder;

  /**
   * A command, and what the README says that it says.
   *
   * @param line the command
   * @param says its output
   */
  private record Shown(String line, String says) {}

  @ParameterizedTest
  @EnumSource
  void theReadmeSaysWhatHappens(Toolchain language) throws Exception {
    language.assume();
    copy(language);
    List<Shown> commands = commands(language);
    assertThat(commands).hasSizeGreaterThan(5);
    for (Shown shown : commands) {
      if (shown.line.startsWith("sabring ")) {
        continue; // what the verdict is, is another test's to say
      }
      Path here = folder.resolve(language.folder().getFileName());
      Toolchain.Ran ran = Toolchain.run(here, List.of("sh", "-c", shown.line));
      assertThat(ran.said()).as(shown.line).isEqualTo(shown.says);
      assertThat(ran.code()).as(shown.line).isZero();
    }
  }

  private void copy(Toolchain language) throws IOException {
    for (Path from : List.of(Toolchain.C.folder(), language.folder())) {
      Path to = Files.createDirectories(folder.resolve(from.getFileName()));
      try (Stream<Path> files = Files.list(from)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
        }
      }
    }
  }

  private static List<Shown> commands(Toolchain language) throws IOException {
    List<Shown> commands = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(language.folder().resolve("README.md"))) {
      if (line.startsWith("```")) {
        inside = !inside && line.equals("```");
      } else if (inside && line.startsWith("$ ")) {
        commands.add(new Shown(line.substring(2), ""));
      } else if (inside) {
        Shown last = commands.remove(commands.size() - 1);
        commands.add(new Shown(last.line, last.says + line + "\n"));
      }
    }
    return commands;
  }
}
