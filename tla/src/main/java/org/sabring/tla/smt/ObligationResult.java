package org.sabring.tla.smt;

/**
 * The answers of both solvers to a proof obligation.
 *
 * @param group the name of the group
 * @param goal the goal
 * @param interpol what SMTInterpol said
 * @param z3 what Z3 said
 * @param interpolSeconds how long SMTInterpol took
 * @param z3Seconds how long Z3 took
 */
record ObligationResult(
    String group,
    Goal goal,
    Solver.Answer interpol,
    Solver.Answer z3,
    double interpolSeconds,
    double z3Seconds) {

  /** Whether both say that it holds. */
  boolean isProved() {
    return interpol == Solver.Answer.UNSAT && z3 == Solver.Answer.UNSAT;
  }

  /** Whether both say that it does not hold. */
  boolean isRefuted() {
    return interpol == Solver.Answer.SAT && z3 == Solver.Answer.SAT;
  }

  /** Whether one says that it holds, and the other that it does not. */
  boolean isDisputed() {
    return interpol != z3 && interpol != Solver.Answer.UNKNOWN && z3 != Solver.Answer.UNKNOWN;
  }

  /** What they said, for people. */
  String says() {
    return goal.name() + ": SMTInterpol " + word(interpol) + ", Z3 " + word(z3);
  }

  private static String word(Solver.Answer answer) {
    return switch (answer) {
      case UNSAT -> "proves it";
      case SAT -> "refutes it";
      case UNKNOWN -> "does not know";
    };
  }
}
