package org.sabring.spec.oracle.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.spec.check.Status;
import org.sabring.spec.oracle.Judgement;
import org.sabring.spec.oracle.StepOracle;
import org.sabring.spec.trace.TraceReader;

/** The judge of any ring on rings of many shapes, right and with mistakes. */
@Tag("any-jdk")
class ShapesTest {

  private static final Path PAGE = Path.of("doc", "shapes.md");
  private static final int RUNS = Boolean.getBoolean("sabring.full") ? 2_000 : 40;
  private static final int RUNS_OF_THE_TABLE = 6;

  @Test
  void noRightRingIsAccused() throws IOException {
    long first = System.nanoTime();
    System.out.println("ShapesTest: seeds from " + first);
    List<String> complaints = new ArrayList<>();
    for (Shape shape : Shapes.ALL) {
      Trial trial = new Trial(shape, null);
      for (int i = 0; i < RUNS; i++) {
        trial.run(first + i);
      }
      complaints.addAll(trial.complaints);
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void everyMistakeThatARunShowsIsNamed() throws IOException {
    ShapesPage page = new ShapesPage();
    List<String> complaints = new ArrayList<>();
    for (Shape shape : Shapes.ALL) {
      page.begin(shape);
      for (Mistake mistake : Mistake.values()) {
        if (mistake.fits(shape)) {
          Trial trial = new Trial(shape, mistake);
          for (int seed = 0; seed < RUNS_OF_THE_TABLE; seed++) {
            trial.run(seed);
          }
          page.add(mistake, trial);
          complaints.addAll(trial.complaints);
        }
      }
    }
    assertThat(complaints).isEmpty();
    assertThat(page.found()).isEqualTo(List.of(Mistake.values()));
    if (Boolean.getBoolean("sabring.write")) {
      Files.writeString(PAGE, page.in(Files.readString(PAGE)));
    }
    assertThat(PAGE)
        .as("to make it again, run this test with -Dsabring.write=true")
        .hasContent(page.in(Files.readString(PAGE)));
  }

  /** Recordings that an earlier judge accused, or should have. */
  @ParameterizedTest
  @CsvSource({
    "batch_of_two,",
    "consumer_own_first,",
    "monotonic,",
    "notify_no_counters,",
    "producer_peer_first,",
    "right_after_a_spurious_wakeup,",
    "reads_a_value_nobody_stored, RB203",
    "woken_and_still_asleep, RB301"
  })
  void aRecordingHasItsVerdict(String name, @Nullable String rule) throws IOException {
    String file = "/shapes/" + name + ".jsonl";
    try (TraceReader reader =
        TraceReader.open(
            Objects.requireNonNull(ShapesTest.class.getResourceAsStream(file), file), name)) {
      Judgement judgement = StepOracle.judge(reader, null);
      if (rule == null) {
        assertThat(judgement.status()).as("%s", judgement).isEqualTo(Status.PASS);
      } else {
        assertThat(judgement.finding()).isNotNull();
        assertThat(judgement.finding().rule()).hasToString(rule);
      }
    }
  }
}
