package org.sabring.tla.smt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sabring.spec.catalog.Cell;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutants;

/** What the matrix of mutants says of the layer proof is what its data say. */
@Tag("any-jdk")
class ProofColumnTest {

  @Test
  void theMutantsOfTheProofAreThoseOfTheMatrix() {
    Set<String> planted = new LinkedHashSet<>();
    Claim.all().forEach(claim -> planted.addAll(claim.controls()));
    planted.removeIf(name -> name.startsWith("ExactBounds")); // tighter promises, not mistakes
    planted.removeIf(name -> name.endsWith("Ranking")); // mistakes of the proof
    planted.remove("writable-ignores-unbounded"); // a mistake of the writer
    Set<String> listed = new LinkedHashSet<>();
    Mutants.all().stream()
        .map(mutant -> Objects.requireNonNull(Mutants.cells(mutant).get(Column.PROOF)))
        .filter(Cell::isCaught)
        .forEach(cell -> listed.addAll(cell.names()));
    assertThat(listed).isEqualTo(planted);
  }
}
