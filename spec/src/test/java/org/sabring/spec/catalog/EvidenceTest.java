package org.sabring.spec.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.spec.law.Rule;

/**
 * No tick without a mutant: where a rule names a layer, the catalogue has a mistake of that rule
 * that this layer catches. The layers compare the catalogue's cells with what they measure, so what
 * is said here is what runs.
 */
@Tag("any-jdk")
class EvidenceTest {

  static Stream<Arguments> ticks() {
    return Arrays.stream(Rule.values())
        .flatMap(rule -> rule.layers().stream().map(layer -> Arguments.of(rule, layer)));
  }

  /** The oracle's cells are those of a column; its layer spoils recordings itself. */
  private static boolean isOf(Column column, String layer) {
    return column == Column.ORACLE ? layer.equals("oracle") : column.layer().equals(layer);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("ticks")
  void aMutantOfTheRuleIsCaughtInTheLayer(Rule rule, String layer) {
    List<String> caught =
        Mutants.all().stream()
            .filter(mutant -> mutant.rules().contains(rule))
            .filter(
                mutant ->
                    Mutants.cells(mutant).entrySet().stream()
                        .anyMatch(cell -> isOf(cell.getKey(), layer) && cell.getValue().isCaught()))
            .map(Mutant::name)
            .toList();
    assertThat(caught).isNotEmpty();
  }
}
