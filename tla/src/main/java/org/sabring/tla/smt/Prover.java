package org.sabring.tla.smt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The prover: asks both solvers, and keeps what they were asked in files for people. */
final class Prover {

  private record Said(Solver.Answer answer, double seconds) {}

  private final Path folder;

  /**
   * @param folder where the questions are kept
   */
  Prover(Path folder) {
    this.folder = folder;
  }

  /** Asks both solvers for every goal of a group, and keeps the questions. */
  List<ObligationResult> prove(Group group) throws InterruptedException {
    keep(group);
    return ask(group);
  }

  /** Asks both solvers for every goal of a group. */
  List<ObligationResult> ask(Group group) throws InterruptedException {
    SmtScript script = SmtScript.of(group);
    List<Said> interpol = new ArrayList<>(ask(Interpol::new, script));
    for (int i = 0; i < interpol.size(); i++) {
      if (interpol.get(i).answer() == Solver.Answer.UNKNOWN) {
        interpol.set(i, alone(group.with(List.of(group.goals().get(i)))));
      }
    }
    List<Said> z3 = ask(Z3::new, script);
    List<ObligationResult> verdicts = new ArrayList<>();
    for (int i = 0; i < group.goals().size(); i++) {
      verdicts.add(
          new ObligationResult(
              group.name(),
              group.goals().get(i),
              interpol.get(i).answer(),
              z3.get(i).answer(),
              interpol.get(i).seconds(),
              z3.get(i).seconds()));
    }
    return verdicts;
  }

  /** SMTInterpol may know of a goal alone what it does not know among the terms of others. */
  private static Said alone(Group group) throws InterruptedException {
    return ask(Interpol::new, SmtScript.of(group)).get(0);
  }

  /** The goals that Z3 alone refutes. */
  List<Goal> refutedByZ3(Group group) throws InterruptedException {
    List<Said> said = ask(Z3::new, SmtScript.of(group));
    List<Goal> refuted = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      if (said.get(i).answer() == Solver.Answer.SAT) {
        refuted.add(group.goals().get(i));
      }
    }
    return refuted;
  }

  /** Whether anything satisfies the hypotheses: else every goal would follow. */
  boolean isPossible(Group group) {
    SmtScript script = SmtScript.of(group.with(List.of()));
    String question = script.preamble() + script.subject() + "(check-sat)\n";
    try (Solver interpol = new Interpol();
        Solver z3 = new Z3()) {
      return interpol.check(question) == Solver.Answer.SAT
          && z3.check(question) == Solver.Answer.SAT;
    }
  }

  private void keep(Group group) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(group.name() + ".smt2"), SmtScript.of(group).text(group));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(group.name(), e);
    }
  }

  private static List<Said> ask(Supplier<Solver> start, SmtScript script)
      throws InterruptedException {
    List<Said> said = new ArrayList<>();
    try (Solver solver = start.get()) {
      solver.run(script.preamble());
      boolean early = true;
      for (int i = 0; i < script.goals().size(); i++) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (early && !script.goals().get(i).early()) {
          early = false;
          solver.run(script.subject());
        }
        long begin = System.nanoTime();
        Solver.Answer answer = solver.check(script.question(i));
        solver.run("(pop 1)\n");
        said.add(new Said(answer, (System.nanoTime() - begin) / 1e9));
      }
    }
    return said;
  }
}
