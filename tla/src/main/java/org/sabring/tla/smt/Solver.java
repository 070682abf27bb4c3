package org.sabring.tla.smt;

import java.util.List;

/** A program that decides formulas; it reads SMT-LIB 2. */
interface Solver extends AutoCloseable {

  /** What it says to {@code (check-sat)}. */
  enum Answer {
    /** Nothing satisfies the assertions. */
    UNSAT,
    SAT,
    UNKNOWN
  }

  /** Carries out commands, and gives back what it answers, one entry a command that answers. */
  List<String> run(String commands);

  /** Carries out commands of which the last is {@code (check-sat)}. */
  default Answer check(String commands) {
    List<String> answers = run(commands);
    return switch (answers.isEmpty() ? "" : answers.get(answers.size() - 1)) {
      case "sat" -> Answer.SAT;
      case "unsat" -> Answer.UNSAT;
      default -> Answer.UNKNOWN;
    };
  }

  @Override
  void close();
}
