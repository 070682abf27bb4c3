package org.sabring.properties.stream.mistake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sabring.properties.stream.directed.DirectedRun;
import org.sabring.spec.mutant.Column;
import org.sabring.spec.mutant.Mutant;
import org.sabring.spec.mutant.Mutant.Edit;
import org.sabring.spec.mutant.Mutants;
import org.sabring.stream.Readable;

/** How mistakes are planted. That each is found, {@code StreamLayerTest} asks. */
class MistakenStreamsTest {

  private static final String SAB_READABLE =
      "impl/src/main/java/org/sabring/stream/SabReadable.java";
  private static final String READING = "impl/src/main/java/org/sabring/stream/Reading.java";

  @Test
  void nothingIsFoundInTheShippedStreams() {
    assertThat(new DirectedRun().get()).isEmpty();
  }

  @Test
  void nothingIsFoundInTheShippedStreamsCompiledHere() throws IOException {
    MistakenStreams streams = MistakenStreams.unedited();
    assertThat(streams.load(Readable.class)).isNotSameAs(Readable.class);
    assertThat(FoundChecks.in(streams)).isEmpty();
  }

  /** Only what is planted is said to be caught by the layer. */
  @Test
  void whatIsNotPlantedIsNotCaught() {
    for (Mutant mutant : Mutants.all()) {
      for (Column column : List.of(Column.STREAM_CHECKS, Column.NODE, Column.TEST_KIT)) {
        assertThat(mutant.edit() != null || !Mutants.cell(mutant, column).isCaught())
            .as("%s, %s", mutant.name(), column)
            .isTrue();
      }
    }
  }

  /** Why TakeAfterDestroy is not planted: any one of its guards may go. */
  @Test
  void theGuardsAgainstTakingAfterADestroySufficeWithoutAnyOne() throws IOException {
    List<Edit> edits =
        List.of(
            new Edit(
                SAB_READABLE,
                "while (wanted && !isDestroyed()) {\n        if (is",
                "while (wanted) {\n        if (is"),
            new Edit(SAB_READABLE, "    wanted = false;\n    if (question", "    if (question"),
            new Edit(SAB_READABLE, "ring.cancel();", ""));
    for (Edit edit : edits) {
      assertThat(FoundChecks.in(MistakenStreams.of(edit)).keySet())
          .as(edit.find())
          .doesNotContain("SabReadable.nothingIsTakenAfterADestroy")
          .doesNotContain("SabReadable.whoWasToldBeforeADestroyTakesNothing");
    }
  }

  @Test
  void anEditThatIsNotThereOnceIsRefused() {
    Edit twice = new Edit(READING, "state.reading", "");
    assertThatThrownBy(() -> EditedSource.of(twice))
        .hasMessageMatching(READING + ": found \\d+ times, expected once: state.reading");
    Edit never = new Edit(READING, "nowhere", "");
    assertThatThrownBy(() -> EditedSource.of(never)).hasMessageContaining("found 0 times");
  }

  @Test
  void aMissingSourceIsNamed() {
    Edit edit = new Edit("impl/src/main/java/None.java", "a", "b");
    assertThatThrownBy(() -> EditedSource.of(edit))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("None.java, expected the source");
  }

  @Test
  void anEditThatDoesNotCompileSaysWhere() throws IOException {
    Edit edit = new Edit(READING, "return chunk;", "return chunks;");
    List<EditedSource> sources = List.of(EditedSource.of(edit));
    assertThatThrownBy(() -> MemoryCompiler.compile(sources))
        .hasMessageContaining("Reading.java")
        .hasMessageContaining("chunks");
  }
}
