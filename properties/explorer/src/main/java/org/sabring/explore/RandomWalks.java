package org.sabring.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.search.Search;

/**
 * A random sampler of schedules, for programs with too many states to explore: what it finds is
 * found, and what it does not find is unknown. A schedule that is found is not the shortest.
 */
public final class RandomWalks {

  /** A walk that is longer goes round in circles. */
  private static final int LONGEST = 100_000;

  private RandomWalks() {}

  /**
   * Walks until something is found, and no more often than so many times. The same seed takes the
   * same walks.
   *
   * @throws InterruptedException when interrupted
   */
  public static Exploration of(
      Program program, MemoryModel model, Monitor monitor, Options options, long seed, int most)
      throws InterruptedException {
    long begun = System.nanoTime();
    Search search = Search.of(program, model, monitor, options);
    Random random = new Random(seed);
    List<Finding> findings = new ArrayList<>();
    TreeSet<String> outcomes = new TreeSet<>();
    long steps = 0;
    int walked = 0;
    for (; findings.isEmpty() && walked < most; walked++) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      ScheduleWalk walk = new ScheduleWalk(search);
      for (int n = walk.steps().size(); n > 0 && walk.length() < LONGEST; n = walk.steps().size()) {
        walk.take(random.nextInt(n));
      }
      steps += walk.length();
      PropertyViolation breach = walk.breach();
      if (breach != null) {
        findings.add(walk.finding(breach));
      } else if (walk.steps().isEmpty()) {
        outcomes.add(walk.outcome());
      }
    }
    return new Exploration(
        false,
        findings,
        Collections.unmodifiableSortedSet(outcomes),
        0,
        steps,
        walked,
        search.runs(),
        false,
        (System.nanoTime() - begun) / 1e9);
  }
}
