package org.sabring.properties.explore.ring;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.Monitor;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.Stories;
import org.sabring.properties.world.ExploredCase;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.law.Rule;

/**
 * Every rule that is found broken on some memory, when the explorer goes on after the first, on the
 * ring as it is where this class is loaded. Some rules are not looked at.
 */
public final class NoticingRules implements BiFunction<Mutant, Set<Rule>, Set<Rule>> {

  @Override
  public Set<Rule> apply(Mutant row, Set<Rule> off) {
    List<ExploredCase> cases = new RingMutantCases().apply(row, Bounds.QUICK);
    ExploredCase shows = cases.get(0);
    boolean inside = shows instanceof RingCase;
    RingCase watched = inside ? (RingCase) shows : ((FromOutside) shows).watched();
    Set<Rule> rules = new TreeSet<>();
    for (MemoryModel model : MemoryModel.values()) {
      Monitor monitor = watched.program().monitor(model, inside, off);
      Explorer explorer = new Explorer(watched.explored(), model, monitor, watched.options());
      for (Finding finding : findings(explorer)) {
        rules.addAll(Stories.rules(finding.rules()));
      }
    }
    return rules;
  }

  private static List<Finding> findings(Explorer explorer) {
    try {
      return explorer.until(findings -> false).explore().findings();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
