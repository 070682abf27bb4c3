package org.sabring.properties.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sabring.properties.stream.StreamSuite;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutant.Edit;
import org.sabring.spec.catalog.Mutants;
import org.sabring.stream.Readable;

/** How mistakes are planted. That each is found, {@code StreamLayerTest} asks. */
class MutantWorldTest {

  private static final String RING_SOURCE =
      "impl/src/main/java/org/sabring/stream/sab/RingSource.java";

  @Test
  void nothingIsFoundInTheShippedStreams() {
    assertThat(StreamSuite.here().values()).hasSizeGreaterThan(50).containsOnly("");
  }

  @Test
  void nothingIsFoundInTheShippedStreamsCompiledHere() throws IOException {
    MutantWorld streams = MutantWorld.unedited();
    assertThat(streams.load(Readable.class)).isNotSameAs(Readable.class);
    assertThat(StreamSuite.in(streams)).isEmpty();
  }

  /** Only what is planted is said to be caught by the layer. */
  @Test
  void whatIsNotPlantedIsNotCaught() {
    for (Mutant mutant : Mutants.all()) {
      for (Column column : List.of(Column.STREAM_CHECKS, Column.NODE, Column.TEST_KIT)) {
        assertThat(!mutant.edits().isEmpty() || !Mutants.cell(mutant, column).isCaught())
            .as("%s, %s", mutant.name(), column)
            .isTrue();
      }
    }
  }

  /** Why TakeAfterDestroy takes several edits: any one of its guards may go. */
  @Test
  void theGuardsAgainstTakingAfterADestroySufficeWithoutAnyOne() throws IOException {
    List<Edit> edits =
        List.of(
            new Edit(
                RING_SOURCE,
                "while (wanted && !isDestroyed()) {\n        if (is",
                "while (wanted) {\n        if (is"),
            new Edit(RING_SOURCE, "    wanted = false;\n    if (question", "    if (question"),
            new Edit(RING_SOURCE, "ring.cancel();", ""));
    for (Edit edit : edits) {
      assertThat(StreamSuite.in(MutantWorld.of(List.of(edit))).keySet())
          .as(edit.find())
          .doesNotContain("SabReadableDestroy.destroyWithinDataTakesNothingMoreFromTheRing")
          .doesNotContain("SabReadableDestroy.whoWasToldBeforeADestroyTakesNothing");
    }
  }
}
