package org.sabring.properties.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.tla.tlc.LawStates;

/**
 * Mistakes in the sources of the shipped streams, held against the law. Those that it is said not
 * to allow, the layer runs as controls: {@code ConformanceLayerTest}.
 */
@Tag("any-jdk")
class FollowedMutantTest {

  @TempDir static Path folder;

  private static LawStates out;
  private static LawStates in;

  @BeforeAll
  static void run() throws Exception {
    out = StreamConformance.readable(2, 1, 3, folder).law();
    in = StreamConformance.writable(2, 1, 4, folder).law();
  }

  /** The rest of the column: these run in the programs, and are not seen. */
  static Stream<Mutant> unseen() {
    return MutantWorld.ofTheStreams().stream()
        .filter(mutant -> !Mutants.cell(mutant, Column.CONFORMANCE).isCaught())
        .filter(mutant -> !mutant.unseen().containsKey("no-such-program"));
  }

  @ParameterizedTest
  @MethodSource("unseen")
  void whatIsSaidToBeAllowedIs(Mutant mutant) throws Exception {
    assertThat(followed(MutantWorld.of(mutant), mutant).status()).isEqualTo(Status.FAIL);
  }

  /** The control of the way in which they are planted: nothing is there to be found. */
  @ParameterizedTest
  @ValueSource(strings = {"AskWithoutCompare", "AskRoomWithoutCompare"})
  void nothingIsFoundInTheSameSourcesWithoutAMistake(String name) throws Exception {
    Mutant mutant = Mutants.named(name).orElseThrow();
    Check found = followed(MutantWorld.unedited(), mutant);
    assertThat(found.status()).isEqualTo(Status.FAIL);
    assertThat(found.detail()).endsWith("Every step of every program is one that the law allows.");
  }

  @Test
  void plantedForTheWholeLayerItFailsWithACounterexample() throws Exception {
    Check check = StreamInclusion.planted(Mutants.named("AskWithoutCompare").orElseThrow(), folder);
    assertThat(check.status()).isEqualTo(Status.FAIL);
    assertThat(check.detail()).contains("the law does not allow cStep = Idle, delivered = 0");
    assertThat(check.counterexample()).isNotNull();
  }

  private static Check followed(MutantWorld streams, Mutant mutant) {
    @SuppressWarnings("unchecked") // FollowedMutant says so itself
    BiFunction<LawStates, Mutant, Check> follow =
        streams.create(FollowedMutant.class, BiFunction.class);
    return follow.apply(FollowedMutant.isIntoTheRing(mutant) ? in : out, mutant);
  }
}
