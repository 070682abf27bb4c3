package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sabring.spec.mutant.Cell;
import org.sabring.spec.mutant.Column;
import org.sabring.spec.mutant.Mutant;
import org.sabring.spec.mutant.Mutants;
import org.sabring.spec.race.RaceRing.Role;

/** What the matrix of mutants says of the layer race is which controls there are. */
class MutantColumnTest {

  @Test
  void theControlsAreThoseOfTheMatrix() {
    List<String> listed =
        Mutants.all().stream()
            .map(mutant -> Objects.requireNonNull(Mutants.cells(mutant).get(Column.RACE)))
            .filter(Cell::isCaught)
            .flatMap(cell -> cell.names().stream())
            .toList();
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Race.all().stream().filter(r -> r.role() == Role.CONTROL).map(Race::name).toList());
  }

  @Test
  void aControlBreaksARuleOfItsMutant() {
    for (Mutant mutant : Mutants.all()) {
      Cell cell = Objects.requireNonNull(Mutants.cells(mutant).get(Column.RACE));
      for (Race race : Race.all()) {
        if (cell.names().contains(race.name())) {
          assertThat(race.mutant()).isEqualTo(mutant);
          assertThat(race.rules()).as(race.name()).isNotEmpty();
        }
      }
    }
  }
}
