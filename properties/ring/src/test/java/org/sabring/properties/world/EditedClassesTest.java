package org.sabring.properties.world;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sabring.spec.catalog.EditedClasses;
import org.sabring.spec.catalog.Mutant.Edit;
import org.sabring.stream.Readable;

/** What edits are refused. The sources are those of {@code impl}, which {@code spec} has not. */
class EditedClassesTest {

  private static final String READING = "impl/src/main/java/org/sabring/stream/Reading.java";

  private static void compile(Edit... edits) throws Exception {
    EditedClasses.of(List.of(edits), Readable.class);
  }

  @Test
  void anEditThatIsNotThereOnceIsRefused() {
    assertThatThrownBy(() -> compile(new Edit(READING, "state.reading", "")))
        .hasMessageMatching(READING + ": found \\d+ times, expected once: state.reading");
    assertThatThrownBy(() -> compile(new Edit(READING, "nowhere", "")))
        .hasMessageContaining("found 0 times");
  }

  @Test
  void aSecondEditOfASourceIsMadeInTheFirst() {
    Edit first = new Edit(READING, "return chunk;", "return chunk /* once */;");
    assertThatThrownBy(() -> compile(first, first)).hasMessageContaining("found 0 times");
  }

  @Test
  void aMissingSourceIsNamed() {
    assertThatThrownBy(() -> compile(new Edit("impl/src/main/java/None.java", "a", "b")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("None.java, expected the source");
  }

  @Test
  void anEditThatDoesNotCompileSaysWhere() {
    assertThatThrownBy(() -> compile(new Edit(READING, "return chunk;", "return chunks;")))
        .hasMessageContaining("Reading.java")
        .hasMessageContaining("chunks");
  }
}
