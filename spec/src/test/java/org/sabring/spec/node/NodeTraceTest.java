package org.sabring.spec.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.spec.event.StepEvent;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.law.Profile;
import org.sabring.spec.law.Rule;
import org.sabring.spec.oracle.Judgement;
import org.sabring.spec.oracle.StepOracle;
import org.sabring.spec.oracle.TraceFinding;
import org.sabring.spec.oracle.TraceMutation;
import org.sabring.spec.trace.TraceHeader;
import org.sabring.spec.trace.TraceReader;
import org.sabring.spec.trace.TraceWriter;

/**
 * Traces recorded from programs that run under a real Node: the seed document's, as they stand, and
 * ours. Needs Node 20 or later; those of the seed need the seed document too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("any-jdk")
class NodeTraceTest {

  private static final Path SEED = Path.of(System.getProperty("sabring.seed", "no-seed-document"));

  @TempDir static Path folder;

  private Path seedTrace = Path.of("not recorded");

  @BeforeAll
  void record() throws IOException, InterruptedException {
    assumeTrue(NodeProgram.isThere(), "skipped: Node 20 or later is not on the PATH");
    if (Files.exists(SEED)) {
      Path programs = folder.resolve("seed");
      NodeProgram.run(
          folder,
          Map.of(),
          NodeProgram.EXAMPLES.resolve("extract.cjs").toString(),
          SEED.toString(),
          "seed");
      seedTrace = folder.resolve("seed.jsonl");
      record(programs, seedTrace, "seed", 3_000, "main.js");
    }
  }

  @Test
  void theSeedProgramConformsToTheSeedProfile() throws IOException {
    assumeSeed();
    Judgement judgement = judge(seedTrace, null);
    assertThat(judgement.finding()).isNull();
    assertThat(judgement.events()).isEqualTo(3_000);
    assertThat(judgement.header().profile()).isEqualTo(Profile.SEED);
  }

  @Test
  void underTheReferenceProfileItsFirstDifferenceIsExplained() throws IOException {
    assumeSeed();
    TraceFinding finding = judge(seedTrace, Profile.REFERENCE).finding();
    assertThat(finding).isNotNull();
    // Whichever comes first: a wait of the consumer not counted, or PRODUCED counted too late.
    assertThat(finding.rule()).isIn(Rule.RB401, Rule.RB403);
    assertThat(finding.allowed()).containsAnyOf("PCountProduced", "CCountWait");
  }

  @Test
  void spoiltTracesOfTheSeedProgramAreRejectedWithRuleAndLine() throws IOException {
    assumeSeed();
    List<TraceMutation> applied = new ArrayList<>();
    List<StepEvent> events = new ArrayList<>();
    TraceHeader header;
    try (TraceReader reader = TraceReader.open(seedTrace)) {
      header = reader.header();
      for (TraceAccess a = reader.nextAccess(); a != null; a = reader.nextAccess()) {
        events.add(Objects.requireNonNull(a.step()));
      }
    }
    for (TraceMutation mutation : TraceMutation.values()) {
      Optional<TraceMutation.Mutated> spoilt = mutation.apply(events, header.layout().capacity());
      if (mutation.profile() == Profile.SEED && spoilt.isPresent()) {
        applied.add(mutation);
        TraceFinding finding = judge(header, spoilt.get()).finding();
        assertThat(finding).as(mutation.name()).isNotNull();
        assertThat(finding.rule()).as(finding.text()).isEqualTo(mutation.rule());
        assertThat(finding.line()).as(finding.text()).isEqualTo(spoilt.get().line());
      }
    }
    assertThat(applied).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void ourRingInNodeConformsToTheReferenceProfile() throws IOException, InterruptedException {
    Path trace = folder.resolve("reference.jsonl");
    record(NodeProgram.EXAMPLES, trace, "reference", 1_000_000, "reference.cjs", "500");
    Judgement judgement = judge(trace, null);
    assertThat(judgement.finding()).isNull();
    assertThat(judgement.header().complete()).isTrue();
    assertThat(judgement.events()).isGreaterThan(500 * 12);
  }

  @Test
  void ourRingInNodeConformsWhenItIsCancelled() throws IOException, InterruptedException {
    Path trace = folder.resolve("cancelled.jsonl");
    record(NodeProgram.EXAMPLES, trace, "reference", 1_000_000, "reference.cjs", "500", "120");
    Judgement judgement = judge(trace, null);
    assertThat(judgement.finding()).isNull();
    assertThat(judgement.header().complete()).isTrue();
  }

  private static void assumeSeed() {
    assumeTrue(Files.exists(SEED), "skipped: the seed document is not there: " + SEED);
  }

  private static void record(
      Path programs, Path trace, String profile, int steps, String... program)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("--require"));
    arguments.add(NodeProgram.EXAMPLES.resolve("recorder.cjs").toString());
    arguments.addAll(List.of(program));
    Map<String, String> settings =
        Map.of(
            "SABRING_TRACE", trace.toString(),
            "SABRING_PROFILE", profile,
            "SABRING_STEPS", Integer.toString(steps));
    NodeProgram.run(programs, settings, arguments.toArray(String[]::new));
    assertThat(trace).exists();
  }

  private static Judgement judge(Path trace, @Nullable Profile profile) throws IOException {
    try (TraceReader reader = TraceReader.open(trace)) {
      return StepOracle.judge(reader, profile);
    }
  }

  private static Judgement judge(TraceHeader header, TraceMutation.Mutated spoilt)
      throws IOException {
    TraceHeader spoiltHeader =
        new TraceHeader(
            header.kind(), header.bound(), header.profile(), spoilt.complete(), header.source());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TraceWriter.write(spoiltHeader, spoilt.events(), bytes);
    InputStream in = new ByteArrayInputStream(bytes.toByteArray());
    try (TraceReader reader = TraceReader.open(in, "spoilt")) {
      return StepOracle.judge(reader, null);
    }
  }
}
