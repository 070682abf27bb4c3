package org.sabring.properties.explore.shipped;

import java.util.Set;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Rest;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.monitor.Answers;

/**
 * A monitor that knows all ends that a program may come to: every side's answers, and who sleeps
 * for ever.
 *
 * @param answers so far
 * @param allowed the ends, as the monitor tells them
 * @param interrupted whether somebody was interrupted
 */
record Ends(Answers answers, Set<String> allowed, boolean interrupted) implements Monitor {

  Ends {
    allowed = Set.copyOf(allowed);
  }

  static Ends of(int sides, Set<String> allowed) {
    return new Ends(Answers.of(sides).orSleeping(), allowed, false);
  }

  @Override
  public Monitor stepped(Step step, Memory after) {
    return step.option() == Step.INTERRUPTED ? new Ends(answers, allowed, true) : this;
  }

  @Override
  public Monitor returned(int side, Operation<?> operation, Object answer) {
    return new Ends((Answers) answers.returned(side, operation, answer), allowed, interrupted);
  }

  @Override
  public void rested(Rest rest) {
    String end = outcome(rest);
    if (!allowed.contains(end)) {
      throw new PropertyViolation("it ends as \"" + end + "\"");
    }
  }

  @Override
  public String outcome(Rest rest) {
    return answers.outcome(rest) + (interrupted ? "; interrupted" : "");
  }
}
