package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.law.Rule;

class CheckCommandTest {
  private static final String HEADER =
      """
      {"format":"sabring-trace","version":1,"kind":"history","capacity":8,"complete":true}
      """;
  private static final String PUTS =
      """
      {"thread":"P","op":"put","value":7,"call":1,"return":2}
      {"thread":"P","op":"put","value":8,"call":3,"return":4}
      """;
  private static final String GOOD =
      HEADER
          + PUTS
          + """
          {"thread":"C","op":"take","value":7,"call":5,"return":6}
          {"thread":"C","op":"take","value":8,"call":7,"return":8}
          """;
  private static final String SWAPPED =
      HEADER
          + PUTS
          + """
          {"thread":"C","op":"take","value":8,"call":5,"return":6}
          {"thread":"C","op":"take","value":7,"call":7,"return":8}
          """;

  private final Path directory;

  CheckCommandTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private Cli check(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "check";
    System.arraycopy(args, 0, all, 1, args.length);
    return Cli.run(directory, List.of(), all);
  }

  @Test
  void whatConformsIsOneLineAndSaysWhatItDoesNotShow() throws IOException {
    String file = file("good.jsonl", GOOD);
    Cli cli = check(file);
    assertThat(cli.code()).isZero();
    assertThat(cli.out().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(file + ": CONFORMS to a FIFO bounded by 7, 4 operations"),
            line -> assertThat(line).contains("note: shows nothing about memory order"));
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void aViolationNamesTheRuleThePlaceAndWhatWasAllowed() throws IOException {
    String file = file("swapped.jsonl", SWAPPED);
    Cli cli = check(file);
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out())
        .contains(file + ": VIOLATES a FIFO bounded by 7")
        .contains(Rule.RB101 + "  " + Rule.RB101.sentence(), file + ":4", "found", "allowed")
        .contains("producer", "consumer", "memory after it");
  }

  @Test
  void badInputIsOneLineOnStandardErrorAndTheOthersAreJudged() throws IOException {
    String bad = file("bad.jsonl", HEADER + "{\"thread\":\"X\"}\n");
    String good = file("good.jsonl", GOOD);
    Cli cli = check(bad, file("swapped.jsonl", SWAPPED), good, "no-such-file");
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(bad + ":2:").contains("expected"),
            line -> assertThat(line).startsWith("no-such-file: ").contains("no such file"));
    assertThat(cli.out()).contains("VIOLATES", good + ": CONFORMS").doesNotContain("bad.jsonl");
  }

  @Test
  void nothingToJudgeIsUnknown() throws IOException {
    Cli cli = check(file("empty.jsonl", HEADER));
    assertThat(cli.code()).isEqualTo(3);
    assertThat(cli.out()).contains("UNKNOWN: nothing was judged");
  }

  @Test
  void oneViolationOutweighsWhatIsUnknown() throws IOException {
    assertThat(check(file("a", HEADER), file("b", SWAPPED)).code()).isEqualTo(1);
  }

  @Test
  void jsonIsOneDocumentForAllFiles() throws IOException {
    String bad = file("bad.jsonl", "nonsense\n");
    Cli cli = check("--json", file("good.jsonl", GOOD), file("swapped.jsonl", SWAPPED), bad);
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.err()).startsWith(bad + ":1:");
    JsonNode json = cli.json();
    assertThat(json.path("format").textValue()).isEqualTo("sabring-check");
    assertThat(json.path("status").textValue()).isEqualTo("FAIL");
    JsonNode files = json.path("files");
    assertThat(files.findValuesAsText("status")).containsExactly("PASS", "FAIL", "UNKNOWN");
    assertThat(files.at("/0/finding").isNull()).isTrue();
    assertThat(files.at("/0/events").intValue()).isEqualTo(4);
    assertThat(files.at("/1/finding/rule").textValue()).isEqualTo("RB101");
    assertThat(files.at("/1/finding/line").intValue()).isEqualTo(4);
    assertThat(files.at("/1/finding/counterexample/drawing")).isNotEmpty();
    assertThat(files.at("/2/error/line").intValue()).isEqualTo(1);
  }

  @Test
  void profileOverridesTheHeader() throws IOException {
    String file = file("steps.jsonl", HEADER.replace("history", "steps"));
    JsonNode own = check("--json", file).json();
    JsonNode other = check("--json", "--profile", "seed", file).json();
    assertThat(own.findValue("profile").textValue()).isEqualTo("any");
    assertThat(other.findValue("profile").textValue()).isEqualTo("seed");
    assertThat(check("--profile", "mine", file).code()).isEqualTo(2);
  }

  @Test
  void dashIsStandardInput() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(check("-").out()).startsWith("-: CONFORMS");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void noFileIsBadUsage() {
    assertThat(check().code()).isEqualTo(2);
  }
}
