package org.sabring.explore.jcstress;

import java.util.Set;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Rest;

/**
 * A monitor that tells apart the results of a test.
 *
 * @param termination whether it is a termination test, in which an actor may go on for ever
 * @param result what was told so far; empty before that
 * @param forbidden results that are breaches
 */
record Outcomes(boolean termination, String result, Set<String> forbidden) implements Monitor {

  static final String TERMINATED = "TERMINATED";
  static final String STALE = "STALE";

  static Outcomes of(StressTest test) {
    return new Outcomes(test.termination(), "", Set.of());
  }

  /** The same, and that result is a breach. */
  Outcomes without(String one) {
    return new Outcomes(termination, result, Set.of(one));
  }

  @Override
  public Monitor returned(int side, Operation<?> operation, Object answer) {
    Monitor.super.returned(side, operation, answer);
    if (!operation.call().equals(StressProgram.RESULT)) {
      return this;
    }
    return new Outcomes(termination, checked(answer.toString()), forbidden);
  }

  private String checked(String outcome) {
    if (forbidden.contains(outcome)) {
      throw new PropertyViolation("the result is " + outcome);
    }
    return outcome;
  }

  @Override
  public void rested(Rest rest) {
    if (termination) {
      checked(outcome(rest));
    } else {
      Monitor.super.rested(rest);
    }
  }

  @Override
  public String outcome(Rest rest) {
    return !termination ? result : rest.isDone(0) ? TERMINATED : STALE;
  }
}
