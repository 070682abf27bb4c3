package org.sabring.jcstress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;

/** The tally of one trial's outcomes, over all its forks. */
final class Tally {

  private static final int MESSAGES = 3;

  /** What jcstress calls the outcome of a test in which a side did not come back. */
  private static final String STALE = "STALE";

  private final List<TestResult> results;

  /** One outcome, as jcstress grades it; seen {@code count} times, maybe never. */
  record Outcome(String id, Expect expect, String cause, long count) {

    @Override
    public String toString() {
      return "[%s] %d times: %s".formatted(id, count, cause);
    }
  }

  private final Map<String, Outcome> outcomes = new TreeMap<>();

  /** The results of this trial among all results. */
  Tally(RaceTrial trial, Collection<TestResult> all) {
    results = all.stream().filter(trial::isOf).toList();
    for (TestResult result : results) {
      for (GradingResult graded : result.grading().gradingResults.values()) {
        add(graded);
      }
    }
  }

  private void add(GradingResult graded) {
    Outcome more = new Outcome(graded.id, graded.expect, graded.description, graded.count);
    outcomes.merge(
        graded.id, more, (a, b) -> new Outcome(a.id, a.expect, a.cause, a.count + b.count));
  }

  int forks() {
    return results.size();
  }

  /** In how many iterations they sampled, of the forks that came to their end. */
  long iterations() {
    return results.stream()
        .filter(result -> result.status() == Status.NORMAL && result.getTotalCount() > 0)
        .mapToLong(result -> result.getConfig().iters)
        .sum();
  }

  long samples() {
    return results.stream().mapToLong(TestResult::getTotalCount).sum();
  }

  /** The outcomes that were seen. */
  List<Outcome> seen() {
    return outcomes.values().stream().filter(outcome -> outcome.count > 0).toList();
  }

  /** The outcomes that were seen and must not be, as the test's annotations say. */
  List<Outcome> forbidden() {
    return seen().stream()
        .filter(o -> o.expect == Expect.FORBIDDEN || o.expect == Expect.UNKNOWN)
        .toList();
  }

  /** How often they were seen. */
  long timesForbidden() {
    return forbidden().stream().mapToLong(Outcome::count).sum();
  }

  /** The outcomes that may be and were not seen: for them this run says nothing. */
  List<String> missed() {
    return outcomes.values().stream()
        .filter(outcome -> outcome.count == 0 && outcome.expect == Expect.ACCEPTABLE)
        .map(Outcome::id)
        .toList();
  }

  /** How often an outcome was seen. */
  long times(String outcome) {
    return seen().stream().filter(o -> o.id.equals(outcome)).mapToLong(Outcome::count).sum();
  }

  /** What went wrong in forks that did not come to their end, a line each; empty when all did. */
  List<String> trouble() {
    List<String> trouble = new ArrayList<>();
    for (TestResult result : results) {
      if (result.status() != Status.NORMAL) {
        List<String> messages = result.getMessages();
        trouble.add(
            result.status()
                + " "
                + String.join(" | ", messages.subList(0, Math.min(MESSAGES, messages.size()))));
      }
    }
    return trouble;
  }

  /** Whether a side did not come back, so that jcstress killed the fork. */
  boolean hung() {
    return isStale()
        || results.stream().anyMatch(result -> result.status() == Status.TIMEOUT_ERROR);
  }

  /** The same, as a termination test tells it. */
  boolean isStale() {
    return times(STALE) > 0;
  }

  /** Whether the code under test threw. */
  boolean threw() {
    return results.stream()
        .map(TestResult::status)
        .anyMatch(s -> s == Status.TEST_ERROR || s == Status.CHECK_TEST_ERROR);
  }

  /** Samples, distinct outcomes, forks, and the seconds that were spent sampling. */
  Map<String, Number> figures() {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("samples", samples());
    figures.put("outcomes", seen().size());
    figures.put("forks", forks());
    figures.put("iterations", iterations());
    long millis =
        results.stream().mapToLong(r -> (long) r.getConfig().iters * r.getConfig().time).sum();
    figures.put("seconds", millis / 1000.0);
    return figures;
  }
}
