package org.sabring.properties;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.sabring.properties.Control.Catch;
import org.sabring.properties.world.MutantCheck;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Progress;

/**
 * A runner of the properties that should catch a mutant, on the ring as it is where this class is
 * loaded.
 */
public final class MutantProperties implements MutantCheck {

  /**
   * With two real threads the shyest mutant shows about once in 150 tries. A property ends when it
   * is falsified, so that this many cost nothing, and chance cannot let one slip.
   */
  private static final int TRIES = 5_000;

  /** On one thread a mutant shows in one of ten, if at all. */
  private static final int TRIES_ON_ONE_THREAD = 500;

  private final int most;

  public MutantProperties() {
    this(TRIES);
  }

  MutantProperties(int most) {
    this.most = most;
  }

  @Override
  public List<Check> look(Mutant mutant, Progress progress) throws InterruptedException {
    List<Check> checks = new ArrayList<>();
    for (Catch wanted : Control.named(mutant.name()).catches()) {
      checks.add(look(wanted, progress));
    }
    return checks;
  }

  /** Of the properties that watch the rule, the first that finds it broken, or else the last. */
  private Check look(Catch wanted, Progress progress) throws InterruptedException {
    boolean alone = wanted.properties() == SequenceProperties.class;
    int tries = alone ? Math.min(most, TRIES_ON_ONE_THREAD) : most;
    Check found = Check.unknown(wanted.toString(), "No property watches it.");
    for (Method property : wanted.candidates()) {
      PropertyRun run = PropertyRun.of(property, tries, List.of(wanted.rule()), progress);
      found = PropertyLayer.judge(run);
      if (wanted.isIn(found)) {
        return found;
      }
    }
    return found;
  }
}
