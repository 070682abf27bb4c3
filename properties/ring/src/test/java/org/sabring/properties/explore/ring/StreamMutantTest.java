package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.stream.StreamCases;
import org.sabring.properties.world.ExploredCase;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Evidence;
import org.sabring.spec.check.Layer;
import org.sabring.spec.check.Progress;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

/**
 * Mistakes in the sources of the shipped streams, explored. Those that are said to be found, the
 * layer runs as controls: {@code ExploreLayerTest}.
 */
@Tag("any-jdk")
class StreamMutantTest {

  private static StreamMutant named(String name) {
    return new StreamMutant(Mutants.named(name).orElseThrow());
  }

  /** The rest of the column: these run in the programs, and are not seen. */
  static Stream<StreamMutant> unseen() {
    return MutantWorld.ofTheStreams().stream()
        .filter(mutant -> mutant.unseen().getOrDefault("not-in-programs", List.of()).size() > 1)
        .map(StreamMutant::new);
  }

  @ParameterizedTest
  @MethodSource("unseen")
  void whatIsSaidNotToBeSeenIsNot(StreamMutant mutant) throws Exception {
    assertThat(mutant.explore(Bounds.QUICK).program()).isNull();
  }

  @Test
  void mostOfThemAreFound() {
    assertThat(StreamMutant.found()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(StreamMutant.found().stream().flatMap(one -> one.row().rules().stream()))
        .contains(Rule.RB601, Rule.RB602, Rule.RB603, Rule.RB604, Rule.RB605, Rule.RB606)
        .contains(Rule.RB607, Rule.RB608, Rule.RB611, Rule.RB612, Rule.RB613, Rule.RB614)
        .contains(Rule.RB615);
  }

  /** The control of the way in which they are planted. */
  @Test
  void nothingIsFoundInTheSameSourcesWithoutAMistake() throws Exception {
    @SuppressWarnings("unchecked") // StreamCases says so itself
    Function<Bounds, List<ExploredCase>> cases =
        MutantWorld.unedited().create(StreamCases.class, Function.class);
    for (ExploredCase one : cases.apply(Bounds.QUICK)) {
      Explorer explorer =
          new Explorer(one.explored(), MemoryModel.SC, one.monitor(MemoryModel.SC), one.options());
      assertThat(explorer.explore().status()).as(one.name()).isEqualTo(Exploration.Status.PASS);
    }
  }

  @Test
  void aMistakeThatIsNotFoundIsAFailure() throws Exception {
    Mutant row = Mutants.named("LostError").orElseThrow();
    assertThat(Mutants.cell(row, Column.EXPLORE_SC).isCaught()).isFalse();
    assertThat(MutantRuns.check(new StreamMutant(row)).status()).isEqualTo(Status.FAIL);
  }

  @Test
  void plantedForTheWholeLayerItFailsByItsRuleWithACounterexample() throws Exception {
    Layer planted = new ExploreLayer().planted(named("AskWithoutCompare").row()).orElseThrow();
    Evidence evidence = planted.run(Bounds.QUICK, Progress.SILENT);
    Check failed =
        evidence.checks().stream()
            .filter(check -> check.status() == Status.FAIL)
            .findFirst()
            .orElseThrow();
    assertThat(failed.rules()).containsExactly(Rule.RB601);
    assertThat(Objects.requireNonNull(failed.counterexample()).lines()).isNotEmpty();
  }
}
