package org.sabring.tla.smt;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A goal that is asked with the bounds left open, as it is in the proof: is there a ring of any
 * capacity that breaks it, and which is the smallest? So a mistake that shows in large rings only
 * is found like any other. Z3 is asked alone: SMTInterpol proves formulas with quantifiers, but
 * finds no state that satisfies one.
 */
final class OpenBounds implements AutoCloseable {

  static final String CAPACITY = "Capacity";
  private static final Pattern VALUE = Pattern.compile("(\\d+)\\)\\)$");

  /** How long an answer may take as a rule; where none comes it costs this much. */
  static final int SOON = 2_000;

  private final Solver z3 = new Z3();
  private final String question;

  /**
   * The goal is one of the group.
   *
   * @param milliseconds how long Z3 may take for an answer
   */
  OpenBounds(Group group, Goal goal, int milliseconds) {
    SmtScript script = SmtScript.of(group.with(List.of(goal)));
    question = script.question(0);
    z3.run(script.before(0));
    z3.run("(set-option :timeout " + milliseconds + ")\n");
  }

  /** SAT if some ring breaks the goal. */
  Solver.Answer answer() {
    Solver.Answer answer = z3.check(question);
    z3.run("(pop 1)\n");
    return answer;
  }

  /** The capacity of the smallest ring that breaks it, as far as Z3 knows. */
  OptionalInt smallest() {
    OptionalInt found = upTo(Integer.MAX_VALUE);
    int low = 2;
    while (found.isPresent() && low < found.getAsInt()) {
      int middle = low + (found.getAsInt() - low) / 2;
      OptionalInt smaller = upTo(middle);
      if (smaller.isPresent()) {
        found = smaller;
      } else {
        low = middle + 1;
      }
    }
    return found;
  }

  private OptionalInt upTo(int capacity) {
    String bound = "(assert (<= %s %d))\n(check-sat)\n".formatted(CAPACITY, capacity);
    OptionalInt found = OptionalInt.empty();
    if (z3.check(question.replace("(check-sat)\n", bound)) == Solver.Answer.SAT) {
      Matcher value = VALUE.matcher(String.join(" ", z3.run("(get-value (" + CAPACITY + "))\n")));
      if (!value.find()) {
        throw new IllegalStateException("Z3: no value of " + CAPACITY);
      }
      found = OptionalInt.of(Integer.parseInt(value.group(1)));
    }
    z3.run("(pop 1)\n");
    return found;
  }

  @Override
  public void close() {
    z3.close();
  }
}
