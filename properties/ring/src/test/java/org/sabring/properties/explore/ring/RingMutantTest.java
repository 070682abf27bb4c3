package org.sabring.properties.explore.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.Options;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.mutant.CachedCursor;
import org.sabring.properties.mutant.Mistake;
import org.sabring.properties.mutant.WaitingFlag;
import org.sabring.properties.mutant.Weakened;
import org.sabring.properties.mutant.Weakened.Step;
import org.sabring.properties.trial.Mutation;
import org.sabring.spec.Rule;
import org.sabring.spec.mutant.Cell;
import org.sabring.spec.mutant.Column;
import org.sabring.spec.mutant.Mutants;

/** The columns of the explorer are what the explorer finds: no more, no less. */
class RingMutantTest {

  static Stream<RingMutant> mutants() {
    return RingMutant.all().stream();
  }

  @Test
  void everyMistakeIsInTheCatalogueAndEveryRowHasItsMistake() {
    assertThat(RingMutant.all().stream().map(RingMutant::mistake))
        .containsExactlyInAnyOrder(Mistake.values());
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void theExplorerFindsWhatTheCatalogueSays(RingMutant mutant) throws Exception {
    for (Column column : RingMutant.COLUMNS.keySet()) {
      Exploration exploration = mutant.explore(mutant.program(), column);
      Cell cell = Mutants.cell(mutant.row(), column);
      List<String> found = exploration.findings().stream().limit(1).flatMap(this::rules).toList();
      List<String> expected = cell.isCaught() ? cell.names() : List.of();
      assertThat(found).as("%s: %s", column, exploration.findings()).isEqualTo(expected);
      assertThat(exploration.complete() || cell.isCaught()).isTrue();
    }
  }

  private Stream<String> rules(Finding finding) {
    return finding.rules().stream().map(Enum::name);
  }

  /** Traces of the shipped ring conform, those of a mutant break what the catalogue says. */
  @ParameterizedTest
  @MethodSource("mutants")
  void theOracleFindsWhatTheCatalogueSays(RingMutant mutant) throws Exception {
    Cell cell = Mutants.cell(mutant.row(), Column.ORACLE);
    assertThat(RingTrace.judged(mutant.program(), mutant.options()).stream().map(Enum::name))
        .containsExactlyElementsOf(cell.names());
    assertThat(RingTrace.judged(mutant.sound(), mutant.options())).isEmpty();
  }

  /** The control of all: without the mistake each program passes, judged in the same way. */
  @ParameterizedTest
  @MethodSource("mutants")
  void withoutTheMistakeNothingIsFound(RingMutant mutant) throws Exception {
    for (Column column : List.of(Column.EXPLORE_SC, Column.EXPLORE_TSO, Column.EXPLORE_RA)) {
      assertThat(mutant.explore(mutant.sound(), column).status()).isEqualTo(Status.PASS);
    }
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void theScheduleIsTheShortestOnTheFirstMemoryThatShowsIt(RingMutant mutant) throws Exception {
    for (Column column : List.of(Column.EXPLORE_SC, Column.EXPLORE_TSO, Column.EXPLORE_RA)) {
      List<Finding> findings = mutant.explore(mutant.program(), column).findings();
      if (!findings.isEmpty()) {
        assertThat(mutant.row().memory()).isEqualTo(RingMutant.memory(column).name());
        assertThat(mutant.row().schedule()).isEqualTo(findings.get(0).schedule().text());
        return;
      }
    }
    assertThat(mutant.row().memory() + mutant.row().schedule()).isEmpty();
  }

  /** Nobody else notices, even when the rule itself is not looked at. */
  @ParameterizedTest
  @MethodSource("mutants")
  void aRuleThatIsSaidToNoticeAloneDoes(RingMutant mutant) throws Exception {
    Rule alone = mutant.row().alone();
    if (alone != null) {
      assertThat(mutant.noticing(Set.of())).containsExactly(alone);
      assertThat(mutant.noticing(EnumSet.of(alone))).isEmpty();
    }
  }

  @Test
  void control_aRuleThatIsNotAloneIsTold() throws Exception {
    RingMutant many = RingMutant.named("PublishBeforeWrite");
    assertThat(many.noticing(Set.of())).hasSizeGreaterThan(1);
    RingMutant hidden = RingMutant.named("SkipSlot");
    assertThat(hidden.noticing(Set.of())).containsExactly(Rule.RB204);
    assertThat(hidden.noticing(EnumSet.of(Rule.RB204))).isNotEmpty();
  }

  /** What the mutants spoil can be done well. */
  @ParameterizedTest
  @CsvSource({"OnceALapProducer", "OnceALapConsumer", "FlagWithoutFences"})
  void theSoundTwinPasses(String name) throws Exception {
    RingMutant mutant = RingMutant.named(name);
    Mutation twin = name.startsWith("Flag") ? WaitingFlag.of(true, true) : CachedCursor::new;
    for (Column column : List.of(Column.EXPLORE_SC, Column.EXPLORE_TSO, Column.EXPLORE_RA)) {
      Exploration exploration = mutant.explore(mutant.sound().with(twin), column);
      assertThat(exploration.status()).as("%s", exploration.findings()).isEqualTo(Status.PASS);
    }
  }

  /** As in the model weak-ring: of all assignments of weaker modes none suffices. */
  @Test
  void noWeakerModesSuffice() throws Exception {
    List<Step> steps = List.of(Step.PPublish, Step.CLoadWrite, Step.CPublish, Step.PLoadRead);
    RingProgram ring = RingMutant.named("PLoadReadOpaque").sound();
    for (int assignment = 0; assignment < 81; assignment++) {
      Mutation modes = Mutation.NONE;
      int rest = assignment;
      for (Step step : steps) {
        modes = rest % 3 == 0 ? modes : both(modes, Weakened.of(step, rest % 3 == 2));
        rest /= 3;
      }
      RingProgram weak = ring.with(modes);
      Exploration exploration =
          new Explorer(weak.program(), MemoryModel.RA, weak.judge(MemoryModel.RA), Options.PLAIN)
              .explore();
      assertThat(exploration.complete() || !exploration.findings().isEmpty()).isTrue();
      assertThat(exploration.findings().isEmpty()).as("%d", assignment).isEqualTo(assignment == 0);
    }
  }

  private static Mutation both(Mutation inner, Mutation outer) {
    return (memory, layout) -> outer.plant(inner.plant(memory, layout), layout);
  }
}
