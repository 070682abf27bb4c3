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
  void ringsOfNpmAreRecordedAsTheyAre() throws IOException, InterruptedException {
    skipWhatWasSkipped(passed("test/rings.cjs"));
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
