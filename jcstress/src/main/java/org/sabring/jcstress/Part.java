package org.sabring.jcstress;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * One run of jcstress.
 *
 * @param name of the run
 * @param races what should have run
 * @param results what did
 * @param trouble why some may be missing, or empty
 */
record Part(String name, List<Race> races, List<TestResult> results, String trouble) {

  /** What is missing of a test, a line each. All tests have as many configurations. */
  List<String> missing(Race race) {
    List<String> missing = new ArrayList<>();
    Tally tally = new Tally(race, results);
    int most = races.stream().mapToInt(r -> new Tally(r, results).forks()).max().orElse(0);
    if (tally.forks() == 0) {
      missing.add(race.name() + " did not run (" + name + ")");
    } else if (tally.forks() < most) {
      missing.add(race.name() + " ran " + tally.forks() + " of " + most + " times (" + name + ")");
    }
    if (tally.forks() > 0 && tally.samples() == 0) {
      missing.add(race.name() + " has no samples (" + name + ")");
    } else if (tally.iterations() < tally.forks()) {
      missing.add(
          "%s has %d iterations in %d forks (%s)"
              .formatted(race.name(), tally.iterations(), tally.forks(), name));
    }
    missing.addAll(tally.trouble());
    if (!missing.isEmpty() && !trouble.isEmpty()) {
      missing.add(trouble);
    }
    return missing;
  }
}
