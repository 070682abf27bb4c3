package org.sabring.spec.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.oracle.HistoryOracle;
import org.sabring.spec.oracle.Judgement;
import org.sabring.spec.oracle.StepOracle;
import org.sabring.spec.oracle.TraceFinding;
import org.sabring.spec.trace.TraceKind;
import org.sabring.spec.trace.TraceReader;

/** The recorders' own tests, in JavaScript. Need Node 20 or later. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("any-jdk")
class NodeRecorderTest {

  private static final Path SEED = Path.of(System.getProperty("sabring.seed", "no-seed-document"));

  @BeforeAll
  static void needsNode() throws InterruptedException {
    assumeTrue(NodeProgram.isThere(), "skipped: Node 20 or later is not on the PATH");
  }

  @Test
  void theRecordersOwnTestsPass() throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("test.cjs"));
    if (Files.exists(SEED)) {
      arguments.add(SEED.toString());
    }
    assertThat(passed(arguments.toArray(String[]::new))).contains("# fail 0");
  }

  @Test
  void ringsOfNpmAreRecordedAsTheyAreAndJudged(@TempDir Path kept)
      throws IOException, InterruptedException {
    Map<String, String> keep = Map.of("SABRING_KEEP", kept.toString());
    skipWhatWasSkipped(NodeProgram.run(NodeProgram.EXAMPLES, keep, "test/rings.cjs"));
    assertThat(judged(kept, "right-ringbuf")).startsWith("CONFORMS");
    assertThat(judged(kept, "planted-forgets-to-wrap")).startsWith("RB20");
    assertThat(judged(kept, "planted-overwrites")).startsWith("RB");
    assertThat(judged(kept, "right-stream-0", "right-stream-1")).startsWith("CONFORMS");
    assertThat(judged(kept, "planted-skips-a-byte-0", "planted-skips-a-byte-1")).startsWith("RB10");
  }

  /** The program of the report: a ring of floats with Int32 cursors, in one buffer. */
  @Test
  void aRingOfFloatsConforms(@TempDir Path folder) throws IOException, InterruptedException {
    Path trace = folder.resolve("trace.jsonl");
    String layout = "{\"write\":0,\"read\":4,\"data\":{\"at\":8,\"type\":\"Float32\"}}";
    NodeProgram.run(
        NodeProgram.EXAMPLES,
        Map.of("SABRING_LAYOUT", layout, "SABRING_TRACE", trace.toString()),
        "--require",
        "./recorder.cjs",
        "example.cjs");
    assertThat(judged(folder, "trace")).startsWith("CONFORMS");
  }

  /** What the oracles say of files of one run: CONFORMS, a rule and what was found, or why not. */
  private static String judged(Path folder, String... names) throws IOException {
    List<TraceReader> files = new ArrayList<>();
    for (String name : names) {
      files.add(TraceReader.open(folder.resolve(name + ".jsonl")));
    }
    try (TraceReader reader = names.length == 1 ? files.get(0) : TraceReader.join(files)) {
      boolean steps = reader.header().kind() == TraceKind.STEPS;
      Judgement judgement = steps ? StepOracle.judge(reader, null) : HistoryOracle.judge(reader);
      TraceFinding finding = judgement.finding();
      String misfit = judgement.misfit();
      return finding != null
          ? finding.rule() + " " + finding.text()
          : misfit != null ? "does not fit: " + misfit : "CONFORMS";
    }
  }

  @Test
  void aRingInABrowserIsRecorded() throws IOException, InterruptedException {
    skipWhatWasSkipped(passed("test/browser.cjs"));
  }

  private static String passed(String... arguments) throws IOException, InterruptedException {
    return NodeProgram.run(NodeProgram.EXAMPLES, Map.of(), arguments);
  }

  /** What Node skipped is skipped here too, with its reason. */
  private static void skipWhatWasSkipped(String said) {
    said.lines().filter(line -> line.contains("# SKIP")).findFirst().ifPresent(line -> abort(line));
    assertThat(said).contains("# fail 0");
  }
}
