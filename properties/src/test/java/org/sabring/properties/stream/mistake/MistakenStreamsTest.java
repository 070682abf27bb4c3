package org.sabring.properties.stream.mistake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.properties.stream.directed.DirectedRun;
import org.sabring.spec.mutant.Mutant;
import org.sabring.spec.mutant.Mutant.Edit;
import org.sabring.spec.mutant.Mutants;
import org.sabring.stream.Readable;

/** Mistakes in the shipped streams: each is one edit, and shows; without it nothing does. */
class MistakenStreamsTest {

  private static final String READING = "impl/src/main/java/org/sabring/stream/Reading.java";

  static Stream<String> mutants() {
    return MistakenStreams.mutants().stream().map(Mutant::name);
  }

  private static Map<?, ?> found(MistakenStreams streams) {
    return (Map<?, ?>) streams.create(DirectedRun.class, Supplier.class).get();
  }

  @Test
  void nothingIsFoundInTheShippedStreams() {
    assertThat(new DirectedRun().get()).isEmpty();
  }

  @Test
  void nothingIsFoundInTheShippedStreamsCompiledHere() throws IOException {
    MistakenStreams streams = MistakenStreams.unedited();
    assertThat(streams.load(Readable.class)).isNotSameAs(Readable.class);
    assertThat(found(streams)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void everyMistakeIsFound(String name) throws IOException {
    Mutant mutant = Mutants.named(name).orElseThrow();
    assertThat(found(MistakenStreams.of(mutant))).isNotEmpty();
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
