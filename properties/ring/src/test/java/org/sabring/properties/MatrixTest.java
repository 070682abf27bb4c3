package org.sabring.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.properties.conform.Conformance;
import org.sabring.properties.conform.Difference;
import org.sabring.properties.mutant.Mistake;
import org.sabring.properties.trial.Mutation;
import org.sabring.spec.Rule;
import org.sabring.spec.mutant.Cell;
import org.sabring.spec.mutant.Column;
import org.sabring.spec.mutant.Mutant;
import org.sabring.spec.mutant.Mutants;
import org.sabring.spec.verdict.Progress;

/**
 * The matrix of mutants as a whole, and its column for one thread. What each other layer says is
 * held against the layer in its own module: the explorer's columns in {@code RingMutantTest}.
 */
class MatrixTest {

  private static final int TRIES = 60;

  @Test
  void thereAreAtLeastFortyMutantsAndAtLeastFiveAreOfRealPrograms() {
    assertThat(Mutants.all()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(Mutants.all().stream().filter(mutant -> !mutant.sources().isEmpty()))
        .hasSizeGreaterThanOrEqualTo(5);
    assertThat(Mutants.all().stream().flatMap(mutant -> mutant.sources().stream()))
        .allMatch(source -> source.startsWith("https://"));
  }

  @Test
  void everyMutantIsCaughtByADeterministicLayer() {
    for (Mutant mutant : Mutants.all()) {
      assertThat(Mutants.cells(mutant).entrySet())
          .as(mutant.name())
          .anyMatch(cell -> cell.getKey().isDeterministic() && cell.getValue().isCaught());
    }
  }

  @Test
  void everyCellThatIsNotCaughtSaysWhy() {
    for (Mutant mutant : Mutants.all()) {
      Map<Column, Cell> cells = Mutants.cells(mutant);
      assertThat(cells.keySet()).containsExactlyInAnyOrder(Column.values());
      assertThat(cells.values()).allMatch(c -> !c.names().isEmpty() || !c.reason().isEmpty());
    }
  }

  @Test
  void everyRuleHasAMutantThatBreaksIt() {
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    Mutants.all().forEach(mutant -> broken.addAll(mutant.rules()));
    assertThat(broken).isEqualTo(EnumSet.allOf(Rule.class));
  }

  /** The rules that would be missed: without them some mutant would pass the explorer. */
  @Test
  void theseRulesNoticeAMutantThatNoOtherDoes() {
    Set<Rule> alone = EnumSet.noneOf(Rule.class);
    Stream<Rule> rules = Mutants.all().stream().map(Mutant::alone).flatMap(Stream::ofNullable);
    rules.forEach(alone::add);
    assertThat(alone)
        .containsExactlyInAnyOrder(
            Rule.RB202, Rule.RB301, Rule.RB401, Rule.RB402, Rule.RB403, Rule.RB501, Rule.RB502);
  }

  static Stream<Mistake> unseen() {
    return Stream.of(Mistake.values())
        .filter(mistake -> !Mutants.cell(row(mistake), Column.ONE_THREAD).isCaught());
  }

  private static Mutant row(Mistake mistake) {
    return Mutants.named(mistake.name()).orElseThrow();
  }

  /** Of code with a mistake the first difference from the law's graph, at capacity 2. */
  @ParameterizedTest
  @EnumSource
  void theGraphDiffersAsItIsSaidTo(Mistake mistake) throws Exception {
    Difference difference = Conformance.of(mistake);
    Cell cell = Mutants.cell(row(mistake), Column.CONFORMANCE);
    boolean caught = difference != null && difference.kind() != Difference.Kind.LOOK;
    assertThat(caught).as("%s, %s", cell.text(), difference).isEqualTo(cell.isCaught());
    if (difference != null && caught) {
      assertThat(cell.names()).containsExactly(difference.kind().label());
    } else {
      assertThat(cell.reason().startsWith("What is planted"))
          .as("%s, %s", cell.text(), difference)
          .isEqualTo(difference != null);
    }
  }

  /** What one thread is said to catch, the layer runs as controls: {@code PropertyLayerTest}. */
  @ParameterizedTest
  @MethodSource("unseen")
  void oneThreadDoesNotSeeWhatItIsSaidNotToSee(Mistake mistake) throws Exception {
    assertThat(failing(mistake, TRIES)).isEmpty();
  }

  @Test
  void control_oneThreadSeesAMistakeInAsManyTries() throws Exception {
    assertThat(failing(Mistake.WrongWordNotify, TRIES)).isNotEmpty();
  }

  private static List<String> failing(Mutation mutation, int tries) throws InterruptedException {
    List<String> failing = new ArrayList<>();
    for (Method property : PropertyRun.propertiesOf(SingleThreadProperties.class)) {
      PropertyRun run = PropertyRun.of(property, tries, mutation, List.of(), Progress.SILENT);
      if (!run.violations().isEmpty()) {
        failing.add(PropertyRun.nameOf(property));
      }
    }
    return failing;
  }
}
