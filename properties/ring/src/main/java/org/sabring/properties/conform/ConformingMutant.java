package org.sabring.properties.conform;

import java.util.List;
import org.sabring.properties.world.MutantCheck;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Progress;

/**
 * A comparison of a mutant, the ring as it is where this class is loaded, with the law at capacity
 * 2.
 */
public final class ConformingMutant implements MutantCheck {

  @Override
  public List<Check> look(Mutant mutant, Progress progress) throws InterruptedException {
    Conformance conformance = Conformance.of(2, Ways.BOTH);
    Comparison found = conformance.compare(conformance.law(), states -> {});
    return List.of(
        ConformanceLayer.check(
            mutant.name(),
            found,
            true,
            mutant.rules().stream().filter(ConformanceLayer.RULES::contains).toList()));
  }
}
