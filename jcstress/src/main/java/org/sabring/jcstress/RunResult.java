package org.sabring.jcstress;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * The results of one run of jcstress, beside what should have run.
 *
 * @param name of the run
 * @param trials what should have run
 * @param results what did
 * @param trouble why some may be missing, or empty
 */
record RunResult(String name, List<RaceTrial> trials, List<TestResult> results, String trouble) {

  /** What is missing of a trial, a line each. All trials have as many configurations. */
  List<String> missing(RaceTrial trial) {
    List<String> missing = new ArrayList<>();
    Tally tally = new Tally(trial, results);
    int most = trials.stream().mapToInt(r -> new Tally(r, results).forks()).max().orElse(0);
    if (tally.forks() == 0) {
      missing.add(trial.name() + " did not run (" + name + ")");
    } else if (tally.forks() < most) {
      missing.add(trial.name() + " ran " + tally.forks() + " of " + most + " times (" + name + ")");
    }
    if (tally.forks() > 0 && tally.samples() == 0) {
      missing.add(trial.name() + " has no samples (" + name + ")");
    } else if (tally.iterations() < tally.forks()) {
      missing.add(
          "%s has %d iterations in %d forks (%s)"
              .formatted(trial.name(), tally.iterations(), tally.forks(), name));
    }
    missing.addAll(tally.trouble());
    if (!missing.isEmpty() && !trouble.isEmpty()) {
      missing.add(trouble);
    }
    return missing;
  }
}
