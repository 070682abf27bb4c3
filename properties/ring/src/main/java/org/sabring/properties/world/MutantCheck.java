package org.sabring.properties.world;

import java.util.List;
import org.sabring.spec.mutant.Mutant;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Progress;

/** What a layer looks for in the shipped classes as they are where the implementation is loaded. */
@FunctionalInterface
public interface MutantCheck {

  /**
   * Looks.
   *
   * @param mutant which one these classes are
   * @return FAIL where something is wrong with them, as of the classes as shipped
   * @throws InterruptedException when interrupted
   */
  List<Check> look(Mutant mutant, Progress progress) throws InterruptedException;
}
