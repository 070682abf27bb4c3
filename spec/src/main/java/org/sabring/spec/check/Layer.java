package org.sabring.spec.check;

import java.util.Optional;
import org.sabring.spec.catalog.Mutant;

/**
 * A layer: an independent way of checking, with checks and controls of its own. Found with {@link
 * java.util.ServiceLoader}; each module brings its own.
 */
public interface Layer {

  /** Its name on the command line and in reports: one lower-case word. */
  String name();

  /** What it does and what it cannot see, in a few sentences. */
  String promise();

  /**
   * Runs every check of this layer.
   *
   * @return a check for everything it set out to do; what could not run is UNKNOWN
   * @throws InterruptedException if the caller gave up; processes it started are gone then
   */
  Evidence run(Bounds bounds, Progress progress) throws InterruptedException;

  /**
   * This layer with a mistake of the catalogue in what it checks, so that everybody can see what it
   * makes of it; empty if it cannot plant it. Its checks do not know of the mistake: what breaks is
   * FAIL.
   */
  default Optional<Layer> planted(Mutant mutant) {
    return Optional.empty();
  }

  /**
   * This layer with its work on other machines: what is too much for one. Empty if it cannot hand
   * out any.
   */
  default Optional<Layer> on(Workers workers) {
    return Optional.empty();
  }
}
