package org.sabring.explore.jcstress;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.jcstress.Expectation.Expect;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Refused;

/**
 * What came of a jcstress test.
 *
 * @param test the test
 * @param allowed for each memory the results that it allows
 * @param findings results that are forbidden and possible, and what else broke: the first on each
 *     memory, with its schedule
 * @param unknown why nothing is known: what was refused, or which memory has too many states; null
 *     if all was explored
 * @param states how many states there were, on all memories
 * @param seconds how long it took
 */
public record StressVerdict(
    StressTest test,
    Map<MemoryModel, SortedSet<String>> allowed,
    Map<MemoryModel, Finding> findings,
    @Nullable String unknown,
    long states,
    double seconds) {

  /**
   * Explores a test.
   *
   * @throws InterruptedException when interrupted
   */
  public static StressVerdict of(
      StressTest test, ClassLoader classPath, List<MemoryModel> memories, Options options)
      throws InterruptedException {
    long begun = System.nanoTime();
    Map<MemoryModel, SortedSet<String>> allowed = new EnumMap<>(MemoryModel.class);
    Map<MemoryModel, Finding> findings = new EnumMap<>(MemoryModel.class);
    String unknown = null;
    long states = 0;
    try {
      Program program = StressProgram.of(test, classPath);
      for (MemoryModel memory : memories) {
        Exploration all = new Explorer(program, memory, Outcomes.of(test), options).explore();
        states += all.states();
        allowed.put(memory, all.outcomes());
        Finding finding = finding(test, program, memory, options, all);
        if (finding != null) {
          findings.put(memory, finding);
        }
        if (all.status() == Status.UNKNOWN) {
          unknown =
              "%s memory has more than %,d states".formatted(memory.words(), all.states());
        }
      }
    } catch (Refused refused) {
      unknown = refused.getMessage();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new StressVerdict(test, allowed, findings, unknown, states, seconds);
  }

  /** What broke, or the way to a result that is forbidden. */
  private static @Nullable Finding finding(
      StressTest test, Program program, MemoryModel memory, Options options, Exploration all)
      throws InterruptedException {
    if (!all.findings().isEmpty()) {
      return all.findings().get(0);
    }
    for (String result : all.outcomes()) {
      if (!Expectation.of(result, test.expectations()).isAllowed()) {
        Outcomes judge = Outcomes.of(test).without(result);
        List<Finding> found = new Explorer(program, memory, judge, options).explore().findings();
        return found.isEmpty() ? null : found.get(0);
      }
    }
    return null;
  }

  /** FAIL with a forbidden result or another finding, else UNKNOWN unless all was explored. */
  public Status status() {
    return !findings.isEmpty() ? Status.FAIL : unknown != null ? Status.UNKNOWN : Status.PASS;
  }

  /** All results that any of the memories allows. */
  public SortedSet<String> results() {
    SortedSet<String> all = new TreeSet<>();
    allowed.values().forEach(all::addAll);
    return all;
  }

  /** What is expected of a result. */
  public Expectation expectationOf(String result) {
    return Expectation.of(result, test.expectations());
  }

  /** The ids of acceptable results that no memory here allows. */
  public List<String> missing() {
    SortedSet<String> results = results();
    List<String> missing = new ArrayList<>();
    for (Expectation one : test.expectations()) {
      boolean acceptable =
          one.expect() == Expect.ACCEPTABLE || one.expect() == Expect.ACCEPTABLE_INTERESTING;
      for (String id : acceptable ? one.ids() : List.<String>of()) {
        if (results.stream().noneMatch(result -> Expectation.fits(id, result))) {
          missing.add(id);
        }
      }
    }
    return missing;
  }
}
