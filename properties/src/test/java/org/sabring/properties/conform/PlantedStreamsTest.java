package org.sabring.properties.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sabring.properties.explore.stream.StreamHunt;
import org.sabring.properties.stream.mistake.MistakenStreams;
import org.sabring.spec.mutant.Mutants;
import org.sabring.tla.LawStates;

/** Mistakes in the sources of the shipped streams, which the explorer and the law have to find. */
class PlantedStreamsTest {

  @TempDir static Path folder;

  private static LawStates out;
  private static LawStates in;

  @BeforeAll
  static void run() throws Exception {
    out = StreamConformance.readable(2, 1, 3, folder).law();
    in = StreamConformance.writable(2, 1, 4, folder).law();
  }

  private static MistakenStreams with(String mutant) throws Exception {
    return MistakenStreams.of(Mutants.named(mutant).orElseThrow());
  }

  @SuppressWarnings("unchecked") // they say so themselves
  private static List<String> explored(MistakenStreams streams, String memory, String program) {
    BiFunction<String, String, List<String>> hunt =
        streams.create(StreamHunt.class, BiFunction.class);
    return hunt.apply(memory, program);
  }

  @SuppressWarnings("unchecked") // they say so themselves
  private static List<String> followed(MistakenStreams streams, LawStates law) {
    BiFunction<LawStates, Boolean, List<String>> hunt =
        streams.create(LawHunt.class, BiFunction.class);
    return hunt.apply(law, law == out);
  }

  @ParameterizedTest
  @CsvSource({
    "AskWithoutCompare, 'stream, flowing', RB601",
    "ReenteredRead, 'stream, flowing', RB603",
    "DestroyWithoutCancel, 'stream, destroyed', RB608",
    "AskRoomWithoutCompare, 'writing, and heeding the answers', RB611",
    "DestroyWithoutClose, 'writing, destroyed', RB615"
  })
  void theExplorerFindsThemOnEveryMemory(String mutant, String program, String rule)
      throws Exception {
    MistakenStreams streams = with(mutant);
    for (String memory : List.of("SC", "TSO", "RA")) {
      assertThat(explored(streams, memory, program)).as(memory).containsExactly(rule);
    }
  }

  @ParameterizedTest
  @CsvSource({"AskWithoutCompare, true", "AskRoomWithoutCompare, false"})
  void theLawDoesNotAllowThem(String mutant, boolean readable) throws Exception {
    assertThat(followed(with(mutant), readable ? out : in))
        .hasSize(1)
        .allMatch(found -> found.startsWith("the law does not allow "));
  }

  @Test
  void nothingIsFoundInTheSameSourcesWithoutAMistake() throws Exception {
    MistakenStreams streams = MistakenStreams.unedited();
    assertThat(explored(streams, "SC", "stream, flowing")).isEmpty();
    assertThat(explored(streams, "SC", "writing, and heeding the answers")).isEmpty();
    assertThat(followed(streams, in)).isEmpty();
  }
}
