package org.sabring.properties.world;

import java.util.List;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Progress;

/** A check of the shipped classes as they are where the implementation is loaded. */
@FunctionalInterface
public interface MutantCheck {

  /**
   * Looks.
   *
   * @param mutant which one these classes are
   * @return its checks: a control passes if it finds the mutant, any other fails
   * @throws InterruptedException when interrupted
   */
  List<Check> look(Mutant mutant, Progress progress) throws InterruptedException;
}
