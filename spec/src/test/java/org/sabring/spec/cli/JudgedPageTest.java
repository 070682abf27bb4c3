package org.sabring.spec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.law.Rule;
import org.sabring.spec.report.Chromium;
import org.sabring.spec.report.Steps;

/** {@code sabring check --html}: what the page says, and where it may not be written. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file there has such a name")
class JudgedPageTest {
  private static final String HOSTILE = "</script><img src=x onerror=alert(1)>";
  private static final String HEADER =
      "{'format':'sabring-trace','version':1,'kind':'history','capacity':8,'source':'%s'}\n"
          .formatted(HOSTILE);
  private static final String PUT = "{'thread':'P','op':'put','value':7,'call':1,'return':2}\n";
  private static final String TAKE = "{'thread':'C','op':'take','value':%d,'call':3,'return':4}\n";

  private final Path directory;
  private final Path page;

  JudgedPageTest(@TempDir Path directory) {
    this.directory = directory;
    page = directory.resolve("out.html");
  }

  private String file(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text.replace('\'', '"')).toString();
  }

  private String good() throws IOException {
    return file("good.jsonl", HEADER + PUT + TAKE.formatted(7));
  }

  private String bad() throws IOException {
    return file("bad.jsonl", HEADER + PUT + TAKE.formatted(8));
  }

  private Cli check(Path html, String... args) {
    List<String> all = new ArrayList<>(List.of("check", "--html", html.toString()));
    all.addAll(List.of(args));
    return Cli.run(directory, List.of(), all.toArray(String[]::new));
  }

  @Test
  void saysWhatTheTerminalSaysAndTheExitCodesAreTheSame() throws IOException {
    Cli cli = check(page, good(), bad(), file("empty.jsonl", HEADER));
    assertThat(cli.code()).isEqualTo(1);
    assertThat(cli.out()).contains("CONFORMS to", "VIOLATES", "UNKNOWN: ");
    String html = Files.readString(page);
    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("3 files: 1 CONFORMS, 1 VIOLATES, 1 UNKNOWN", "good.jsonl", "bad.jsonl:3")
        .contains(Rule.RB103.sentence(), "<dt>Found</dt>", "<dt>Allowed</dt>", "nothing was judged")
        .containsOnlyOnce("<details open class=\"story\">");
    assertThat(directory.toFile().list())
        .containsExactlyInAnyOrder("good.jsonl", "bad.jsonl", "empty.jsonl", "out.html");
  }

  @Test
  void goesTogetherWithJsonAndReplacesAnEarlierPage() throws IOException {
    Files.writeString(page, "<!DOCTYPE html>\nan earlier one");
    Cli cli = check(page, "--json", good());
    assertThat(cli.code()).isZero();
    assertThat(cli.json().path("status").textValue()).isEqualTo("PASS");
    assertThat(Files.readString(page)).contains("CONFORMS").doesNotContain("an earlier one");
  }

  @Test
  void aFileThatIsNoTraceIsOnThePageToo() throws IOException {
    Cli cli = check(page, file("none.jsonl", "nonsense\n"));
    assertThat(cli.code()).isEqualTo(2);
    assertThat(Files.readString(page)).contains("none.jsonl:1:1: found", "UNKNOWN");
  }

  /** Its own name has a slash in it: it lies in a directory whose name is the rest. */
  @Test
  void whatARecordingIsCalledAndSaysIsTextAndNothingElse() throws IOException {
    String hostile = file(HOSTILE, HEADER + PUT + TAKE.formatted(8));
    assertThat(check(page, hostile, bad()).code()).isEqualTo(1);
    assertThat(Files.readString(page))
        .doesNotContain("<img")
        .contains("&lt;/script&gt;&lt;img src")
        .contains("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'");
    Path program = Chromium.installed().orElse(null);
    assumeTrue(program != null, "skipped: no chromium on the path");
    try (Chromium chromium =
        Chromium.open(Objects.requireNonNull(program), directory.resolve("profile"), page)) {
      assertThat(Steps.throughAll(chromium)).isEqualTo(2);
      assertThat(chromium.evaluate("document.querySelectorAll('img').length").asInt()).isZero();
      assertThat(chromium.evaluate("document.querySelector('h2').textContent").asText())
          .isEqualTo(hostile);
      assertThat(chromium.requests()).hasSize(1);
    }
  }

  @Test
  void aRecordingIsNotReplacedByAPage() throws IOException {
    String recording = good();
    String before = Files.readString(Path.of(recording));
    Cli cli = check(Path.of(recording), bad());
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err())
        .contains("--html: cannot write " + recording, "there already, and no page");
    assertThat(Files.readString(Path.of(recording))).isEqualTo(before);
  }

  @Test
  void whereNoPageCanBeIsBadUsageBeforeAnythingIsJudged() throws IOException {
    String file = good();
    for (String place : List.of("none/out.html", ".", "good.jsonl/out.html")) {
      Cli cli = check(directory.resolve(place), file);
      assertThat(cli.code()).as(place).isEqualTo(2);
      assertThat(cli.err())
          .contains("--html: cannot write " + directory.resolve(place), "directory");
      assertThat(cli.out()).isEmpty();
    }
    assertThat(check(Path.of("/dev/null"), file).err()).contains("it is no ordinary file");
    assertThat(directory.toFile().list()).containsExactly("good.jsonl");
  }

  @Test
  void aPageThatCannotBeWrittenTakesNoJudgementWithIt() throws IOException {
    Cli cli = check(directory.resolve("x".repeat(254)), good());
    assertThat(cli.code()).isEqualTo(2);
    assertThat(cli.out()).contains("CONFORMS");
    assertThat(cli.err()).contains("--html: cannot write ");
    assertThat(directory.toFile().list()).containsExactly("good.jsonl");
  }
}
