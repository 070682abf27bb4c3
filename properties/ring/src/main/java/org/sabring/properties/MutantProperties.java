package org.sabring.properties;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sabring.properties.world.MutantCheck;
import org.sabring.spec.Rule;
import org.sabring.spec.mutant.Mutant;
import org.sabring.spec.verdict.Check;
import org.sabring.spec.verdict.Progress;

/**
 * Runs the properties that should catch a mutant on the ring as it is where this class is loaded.
 */
public final class MutantProperties implements MutantCheck {

  /**
   * With two real threads the shyest mutant shows about once in 150 tries. A property ends when it
   * is falsified, so that this many cost nothing, and chance cannot let one slip.
   */
  private static final int TRIES = 5_000;

  private final int tries;

  public MutantProperties() {
    this(TRIES);
  }

  MutantProperties(int tries) {
    this.tries = tries;
  }

  @Override
  public List<Check> look(Mutant mutant, Progress progress) throws InterruptedException {
    List<Check> checks = new ArrayList<>();
    for (Map.Entry<Method, List<Rule>> one : Control.named(mutant.name()).expected().entrySet()) {
      PropertyRun run = PropertyRun.of(one.getKey(), tries, one.getValue(), progress);
      checks.add(PropertyLayer.judge(run));
    }
    return checks;
  }
}
