package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  /** A disk without room. */
  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "check FILE, 3",
    "check --json FILE, 3",
    "explain RB101, 3",
    "explain --json NoNotify, 3",
    "vectors --items 0, 3",
    "verify --help, 3",
    "--version, 3",
    "check OTHER, 1",
    "check --json none, 2"
  })
  void whatCannotBeWrittenIsNotAllPass(String words, int code, @TempDir Path directory)
      throws IOException {
    String header =
        """
        {"format":"sabring-trace","version":1,"kind":"history","capacity":8,"complete":true}
        {"thread":"P","op":"put","value":7,"call":1,"return":2}
        {"thread":"C","op":"take","value":7,"call":5,"return":6}
        """;
    Path file = Files.writeString(directory.resolve("good.jsonl"), header);
    Path other =
        Files.writeString(
            directory.resolve("other.jsonl"),
            header.replace("\"take\",\"value\":7", "\"take\",\"value\":8"));
    String[] args =
        words.replace("FILE", file.toString()).replace("OTHER", other.toString()).split(" ");
    StringWriter err = new StringWriter();
    PrintWriter full = new PrintWriter(new FullDisk(), true, StandardCharsets.UTF_8);
    Console console = new Console(full, new PrintWriter(err), 0, false, directory);
    assertThat(Main.execute(console, () -> new Layers(List.of(), List.of()), args)).isEqualTo(code);
    assertThat(err.toString().lines())
        .contains(
            "sabring: standard output could not be written:"
                + " is the disk full, or its reader gone?");
  }
}
