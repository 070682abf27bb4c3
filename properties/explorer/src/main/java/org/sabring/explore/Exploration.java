package org.sabring.explore;

import java.util.List;
import java.util.SortedSet;

/**
 * The result of exploring a program.
 *
 * @param complete whether every schedule was covered; if not, the rest is unknown
 * @param findings the promises broken, the shortest first
 * @param outcomes what the monitor told apart at the end
 * @param states how many different states there are
 * @param steps how many steps lead from one to another
 * @param executions how many schedules lead from the beginning to an end; infinite if there is a
 *     loop, and 0 if that was not counted
 * @param runs how often the code of a side was run
 * @param loopsOnPlainLoads whether a side can go round by plain loads alone: a compiler may make
 *     one of them, and the side then never hears of a store
 * @param seconds how long it took
 */
public record Exploration(
    boolean complete,
    List<Finding> findings,
    SortedSet<String> outcomes,
    long states,
    long steps,
    double executions,
    long runs,
    boolean loopsOnPlainLoads,
    double seconds) {

  /** What is known in the end. */
  public enum Status {
    PASS,
    FAIL,
    UNKNOWN
  }

  public Exploration {
    findings = List.copyOf(findings);
  }

  /** FAIL with a finding, else PASS if it was complete. */
  public Status status() {
    return !findings.isEmpty() ? Status.FAIL : complete ? Status.PASS : Status.UNKNOWN;
  }

  /** Whether one of the findings breaks all these rules. */
  public boolean breaks(Enum<?>... rules) {
    return findings.stream().anyMatch(finding -> finding.rules().containsAll(List.of(rules)));
  }
}
