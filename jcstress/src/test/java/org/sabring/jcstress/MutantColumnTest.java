package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sabring.jcstress.RaceTrial.Role;
import org.sabring.spec.catalog.Cell;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;

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
            RaceTrial.all().stream()
                .filter(t -> t.role() == Role.CONTROL)
                .map(RaceTrial::name)
                .toList());
  }

  @Test
  void everyMutantIsPlantedByEdits() {
    assertThat(RaceTrial.all())
        .filteredOn(trial -> trial.role() != Role.SHIPPED)
        .allSatisfy(trial -> assertThat(trial.planted().edits()).as(trial.name()).isNotEmpty());
  }

  @Test
  void aControlBreaksARuleOfItsMutant() {
    for (Mutant mutant : Mutants.all()) {
      Cell cell = Objects.requireNonNull(Mutants.cells(mutant).get(Column.RACE));
      for (RaceTrial trial : RaceTrial.all()) {
        if (cell.names().contains(trial.name())) {
          assertThat(trial.planted()).isEqualTo(mutant);
          assertThat(trial.rules()).as(trial.name()).isNotEmpty();
        }
      }
    }
  }
}
