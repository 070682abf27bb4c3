package org.sabring.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.properties.conform.GraphDifference;
import org.sabring.properties.world.Inside;
import org.sabring.properties.world.MutantWorld;
import org.sabring.spec.catalog.Cell;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Progress;
import org.sabring.spec.law.Rule;

/**
 * The matrix of mutants as a whole, and its column for one thread. What each other layer says is
 * held against the layer in its own module: the explorer's columns in {@code RingMutantTest}.
 */
@Tag("any-jdk")
class MatrixTest {

  private static final int TRIES = 60;

  /** Whether nothing is left out that takes long. */
  private static final boolean FULL = Boolean.getBoolean("sabring.full");

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

  /**
   * Of a mutant the first difference from the law's graph, at capacity 2. Where there is none the
   * whole graph is gone through: of those each build takes a share, another each time.
   */
  @ParameterizedTest
  @MethodSource("compared")
  void theGraphDiffersAsItIsSaidTo(Mutant mutant) throws Exception {
    Cell cell = Mutants.cell(mutant, Column.CONFORMANCE);
    assertThat(Inside.the(mutant.name(), GraphDifference.class))
        .as(cell.text())
        .isEqualTo(cell.isCaught() ? cell.names() : List.of());
  }

  static Stream<Mutant> compared() {
    long today = System.nanoTime();
    List<Mutant> all = MutantWorld.ofTheRing();
    return all.stream()
        .filter(
            mutant ->
                FULL
                    || Mutants.cell(mutant, Column.CONFORMANCE).isCaught()
                    || Math.floorMod(all.indexOf(mutant) - today, 4) == 0);
  }

  /** What one thread is said to catch, the layer runs as controls: {@code PropertyLayerTest}. */
  @ParameterizedTest
  @MethodSource("unseen")
  void oneThreadDoesNotSeeWhatItIsSaidNotToSee(Mutant mutant) throws Exception {
    assertThat(Inside.the(mutant.name(), FailingProperties.class)).isEmpty();
  }

  static Stream<Mutant> unseen() {
    return MutantWorld.ofTheRing().stream()
        .filter(mutant -> !Mutants.cell(mutant, Column.ONE_THREAD).isCaught());
  }

  @Test
  void control_oneThreadSeesAMistakeInAsManyTries() throws Exception {
    assertThat(Inside.the("WrongWordNotify", FailingProperties.class)).isNotEmpty();
  }

  /** The properties of one thread that fail. */
  static final class FailingProperties implements Callable<List<String>> {
    @Override
    public List<String> call() throws InterruptedException {
      List<String> failing = new ArrayList<>();
      for (Method property : PropertyRun.propertiesOf(SequenceProperties.class)) {
        PropertyRun run = PropertyRun.of(property, TRIES, List.of(), Progress.SILENT);
        if (!run.violations().isEmpty()) {
          failing.add(PropertyRun.nameOf(property));
        }
      }
      return failing;
    }
  }
}
