package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private static Cli run(String... args) {
    return Cli.run(Path.of("unused"), List.of(), args);
  }

  @Test
  void helpNamesTheCommandsAndTheExitCodes() {
    Cli cli = run("--help");
    assertThat(cli.code()).isZero();
    assertThat(cli.out())
        .contains("verify", "check", "explain", "a violation", "something UNKNOWN");
    assertThat(cli.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "check", "explain"})
  void everyCommandHasHelpAndJson(String command) {
    Cli cli = run(command, "--help");
    assertThat(cli.code()).isZero();
    assertThat(cli.out()).contains("Usage: sabring " + command, "--json");
  }

  @Test
  void versionIsOneLine() {
    assertThat(run("--version").out()).matches("sabring \\S+\\R");
  }

  @Test
  void noCommandIsBadUsage() {
    Cli cli = run();
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("Missing required subcommand", "sabring --help");
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void aTypoIsBadUsageAndMeetsASuggestion() {
    Cli cli = run("verfy");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).contains("verify");
  }

  @Test
  void whenTheProgramBreaksNothingIsKnownAndThereIsNoStackTrace() {
    Cli exception =
        Cli.run(
            Path.of("unused"),
            () -> {
              throw new IllegalStateException("oh");
            },
            0,
            "verify");
    Cli error =
        Cli.run(
            Path.of("unused"),
            () -> {
              throw new LinkageError();
            },
            0,
            "verify");
    assertThat(exception.code()).isEqualTo(3);
    assertThat(exception.err().lines())
        .containsExactly(
            "sabring broke: IllegalStateException: oh",
            "SABRING_DEBUG=1 shows where it came from.");
    assertThat(error.code()).isEqualTo(3);
    assertThat(error.err()).startsWith("sabring broke: LinkageError").doesNotContain("\tat ");
  }
}
