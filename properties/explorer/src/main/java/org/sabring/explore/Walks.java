package org.sabring.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.search.Search;

/**
 * Random schedules, for programs with too many states to explore: what they find is found, and what
 * they do not find is unknown. A schedule that is found is not the shortest.
 */
public final class Walks {

  /** A walk that is longer goes round in circles. */
  private static final int LONGEST = 100_000;

  private final Search search;
  private final Random random;
  private final TreeSet<String> outcomes = new TreeSet<>();
  private long steps;
  private int walked;

  private Walks(Search search, long seed) {
    this.search = search;
    this.random = new Random(seed);
  }

  /**
   * Walks until something is found, and no more often than so many times. The same seed takes the
   * same walks.
   *
   * @throws InterruptedException when interrupted
   */
  public static Exploration of(
      Program program, MemoryModel model, Judge judge, Options options, long seed, int most)
      throws InterruptedException {
    long begun = System.nanoTime();
    Walks walks = new Walks(Search.of(program, model, judge, options), seed);
    List<Finding> findings = new ArrayList<>();
    while (findings.isEmpty() && walks.walked < most) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Finding finding = walks.walk();
      if (finding != null) {
        findings.add(finding);
      }
    }
    return new Exploration(
        false,
        findings,
        Collections.unmodifiableSortedSet(walks.outcomes),
        0,
        walks.steps,
        walks.walked,
        walks.search.runs(),
        (System.nanoTime() - begun) / 1e9);
  }

  private @Nullable Finding walk() {
    walked++;
    Walk walk = new Walk(search);
    for (int n = walk.steps().size(); n > 0 && walk.length() < LONGEST; n = walk.steps().size()) {
      walk.take(random.nextInt(n));
      steps++;
    }
    Breach breach = walk.breach();
    if (breach == null && walk.steps().isEmpty()) {
      outcomes.add(walk.outcome());
    }
    return breach == null ? null : walk.finding(breach);
  }
}
