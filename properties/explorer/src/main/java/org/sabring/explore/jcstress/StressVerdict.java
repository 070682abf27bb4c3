package org.sabring.explore.jcstress;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Code;
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
 * @param results each result that is possible, and the memories that allow it
 * @param broken what else may happen, and on which memory first: an actor that throws, a side that
 *     sleeps for ever
 * @param witness the way to the first result or end that is not as it should be; null if there is
 *     none
 * @param unknown why not all is known: what was refused, or which memory has too many states; null
 *     if all was explored
 * @param complete the memories on which all was explored
 * @param states how many states there were, on all memories
 * @param seconds how long it took
 */
public record StressVerdict(
    StressTest test,
    Map<String, Set<MemoryModel>> results,
    Map<String, MemoryModel> broken,
    @Nullable Finding witness,
    @Nullable String unknown,
    Set<MemoryModel> complete,
    long states,
    double seconds) {

  /** A test's grade, the worst last. */
  public enum Grade {
    /** Each possible result is allowed, and each acceptable one is possible. */
    AGREES,
    /** Each possible result is allowed; some acceptable ones are possible on no memory here. */
    INCOMPLETE,
    /** Not all was explored, or could be. */
    UNKNOWN,
    /** A result, or an exception, is possible of which no annotation speaks. */
    UNLISTED,
    /** A forbidden result is possible. */
    FORBIDDEN
  }

  /**
   * Explores a test. Its races are no findings: a plain access is what it is in Java. A wait of
   * half a second or more times out at rest only, as it does on a machine if nothing is wrong.
   *
   * @throws InterruptedException when interrupted
   */
  public static StressVerdict of(
      StressTest test, ClassLoader classPath, List<MemoryModel> memories, Options options)
      throws InterruptedException {
    return of(test, classPath, memories, options, Code.PLAIN.letRace());
  }

  /**
   * Explores a test.
   *
   * @param code how its code is taken: as {@link Code#PLAIN} is, races are findings
   * @throws InterruptedException when interrupted
   */
  public static StressVerdict of(
      StressTest test,
      ClassLoader classPath,
      List<MemoryModel> memories,
      Options options,
      Code code)
      throws InterruptedException {
    return new Run(test, classPath, options, code).on(memories);
  }

  /** The exploration of a test. */
  private static final class Run {

    private final StressTest test;
    private final ClassLoader classPath;
    private final Options options;
    private final Code code;
    private final Map<String, Set<MemoryModel>> results = new TreeMap<>();
    private final Map<String, MemoryModel> broken = new TreeMap<>();
    private @Nullable Finding witness;
    private @Nullable String unknown;
    private final Set<MemoryModel> complete = EnumSet.noneOf(MemoryModel.class);
    private long states;

    Run(StressTest test, ClassLoader classPath, Options options, Code code) {
      this.code = code;
      this.test = test;
      this.classPath = classPath;
      this.options = options.patiently();
    }

    StressVerdict on(List<MemoryModel> memories) throws InterruptedException {
      long begun = System.nanoTime();
      try {
        Program program = StressProgram.of(test, classPath, code);
        for (MemoryModel memory : memories) {
          explore(program, memory);
        }
      } catch (Refused refused) {
        unknown = refused.getMessage();
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new StressVerdict(test, results, broken, witness, unknown, complete, states, seconds);
    }

    private void explore(Program program, MemoryModel memory) throws InterruptedException {
      Explorer explorer = new Explorer(program, memory, Outcomes.of(test), options);
      Exploration all = explorer.until(findings -> false).explore();
      states += all.states();
      if (all.complete()) {
        complete.add(memory);
      } else {
        unknown = "%s memory has more than %,d states".formatted(memory.words(), all.states());
      }
      for (String result : all.outcomes()) {
        add(result, memory);
      }
      if (test.termination() && all.loopsOnPlainLoads()) {
        add(Outcomes.STALE, memory);
      }
      all.findings().forEach(finding -> broken.putIfAbsent(finding.found(), memory));
      if (witness == null) {
        witness =
            all.findings().isEmpty()
                ? wayTo(program, memory, all.outcomes())
                : all.findings().get(0);
      }
    }

    private void add(String result, MemoryModel memory) {
      results.computeIfAbsent(result, key -> EnumSet.noneOf(MemoryModel.class)).add(memory);
    }

    /** The way to the worst of the results, if one is not allowed. */
    private @Nullable Finding wayTo(Program program, MemoryModel memory, SortedSet<String> some)
        throws InterruptedException {
      String worst =
          some.stream()
              .filter(result -> !Expectation.of(result, test.expectations()).isAllowed())
              .max(
                  Comparator.comparing(
                      result -> Expectation.of(result, test.expectations()).isListed()))
              .orElse(null);
      if (worst == null) {
        return null;
      }
      Outcomes monitor = Outcomes.of(test).without(worst);
      List<Finding> found = new Explorer(program, memory, monitor, options).explore().findings();
      return found.isEmpty() ? null : found.get(0);
    }
  }

  /** The grade: the worst that applies. */
  public Grade grade() {
    List<Expectation> all = results.keySet().stream().map(this::expectationOf).toList();
    if (all.stream().anyMatch(one -> !one.isAllowed() && one.isListed())) {
      return Grade.FORBIDDEN;
    }
    if (!broken.isEmpty() || all.stream().anyMatch(one -> !one.isListed())) {
      return Grade.UNLISTED;
    }
    if (unknown != null) {
      return Grade.UNKNOWN;
    }
    return missing().isEmpty() ? Grade.AGREES : Grade.INCOMPLETE;
  }

  /** FAIL for what is forbidden or not listed, as jcstress has it; else UNKNOWN or PASS. */
  public Status status() {
    return switch (grade()) {
      case AGREES, INCOMPLETE -> Status.PASS;
      case UNKNOWN -> Status.UNKNOWN;
      case UNLISTED, FORBIDDEN -> Status.FAIL;
    };
  }

  /** What is expected of a result. */
  public Expectation expectationOf(String result) {
    return Expectation.of(result, test.expectations());
  }

  /** The ids of acceptable results that no memory here allows. */
  public List<String> missing() {
    return test.expectations().stream()
        .filter(one -> one.expect() != Expect.FORBIDDEN && one.expect() != Expect.UNKNOWN)
        .flatMap(one -> one.ids().stream())
        .filter(id -> results.keySet().stream().noneMatch(result -> Expectation.fits(id, result)))
        .toList();
  }
}
