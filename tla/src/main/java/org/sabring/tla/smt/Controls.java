package org.sabring.tla.smt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Interleaving;
import org.sabring.tla.LawModules;
import org.sabring.tla.smt.translate.DataIndependence;
import org.sabring.tla.smt.translate.Specification;

/**
 * The controls of a proof, which must fail: mutants of the law, and the invariant without one of
 * its conjuncts.
 */
final class Controls {

  /** The figure of what is refuted with the bounds left open. */
  static final String OPEN = "refuted with the bounds open";

  private final Proof proof;
  private final Path folder;

  Controls(Proof proof, Path folder) {
    this.proof = proof;
    this.folder = folder;
  }

  /** A mutant breaks some obligation. */
  Check mutant(String name) throws InterruptedException {
    long start = System.nanoTime();
    MutantProof mutant = MutantProof.of(name, proof, folder);
    List<ObligationResult> broken = mutant.broken();
    if (broken.isEmpty()) {
      String detail = "breaks nothing that is proved";
      return new Check(name, true, mutant.breaks(), Status.FAIL, detail, Map.of(), null);
    }
    ObligationResult first = broken.get(0);
    Interleaving how = mutant.proof().counterexample(first.group(), first.goal().name());
    List<Solver.Answer> open = mutant.open(broken);
    boolean seen = open.contains(Solver.Answer.SAT) && !open.contains(Solver.Answer.UNSAT);
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put(
        "obligations", mutant.proof().groups().stream().mapToInt(g -> g.goals().size()).sum());
    figures.put("refuted", broken.size());
    figures.put(OPEN, open.stream().filter(answer -> answer == Solver.Answer.SAT).count());
    figures.put("seconds", seconds(start));
    Status status = seen ? Status.PASS : Status.FAIL;
    String unseen = seen ? "" : "; but not with the bounds left open: " + open;
    return new Check(name, true, mutant.breaks(), status, broke(broken) + unseen, figures, how);
  }

  /**
   * How many mutants are refuted as the law is proved, with the bounds left open.
   *
   * @param mutants their checks
   */
  Check open(String name, List<Check> mutants) {
    List<String> missed =
        mutants.stream()
            .filter(mutant -> mutant.figures().getOrDefault(OPEN, 0).intValue() == 0)
            .map(Check::name)
            .toList();
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("mutants", mutants.size());
    figures.put(OPEN, mutants.size() - missed.size());
    String detail =
        missed.isEmpty()
            ? "Z3 refutes each mutant with the bounds left open, as the law is proved."
            : "not " + String.join(", ", missed);
    Status status = missed.isEmpty() ? Status.PASS : Status.FAIL;
    return new Check(name, true, List.of(), status, detail, figures, null);
  }

  private static double seconds(long start) {
    return Math.round((System.nanoTime() - start) / 1e8) / 10.0;
  }

  /** {@code PPublish breaks Room, OwnWrite; PNotify breaks …} */
  static String broke(List<ObligationResult> broken) {
    Map<String, Set<String>> goals = new LinkedHashMap<>();
    for (ObligationResult verdict : broken) {
      goals.computeIfAbsent(verdict.group(), g -> new LinkedHashSet<>()).add(verdict.goal().name());
    }
    List<String> parts = new ArrayList<>();
    goals.forEach((group, names) -> parts.add(group + " breaks " + String.join(", ", names)));
    return String.join("; ", parts);
  }

  /** Without a conjunct something else fails, but for those that are named as redundant. */
  Check necessity(String name, List<String> redundant) throws InterruptedException {
    long start = System.nanoTime();
    Necessity necessity = new Necessity(proof);
    Map<String, ObligationResult> found = necessity.needed();
    List<String> needed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    for (String conjunct : proof.argument().conjuncts()) {
      ObligationResult broken = found.get(conjunct);
      boolean expected = redundant.contains(conjunct);
      if (broken != null) {
        needed.add(conjunct + " (" + broken.group() + ": " + broken.goal().name() + ")");
      }
      if (broken != null && expected) {
        wrong.add(conjunct + " is named as redundant, but is needed");
      } else if (broken == null && !necessity.isRedundant(conjunct)) {
        wrong.add(conjunct + " is neither needed in a small ring nor redundant in every ring");
      } else if (broken == null && !expected) {
        wrong.add(conjunct + " is redundant");
      }
    }
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("conjuncts", proof.argument().conjuncts().size());
    figures.put("needed", needed.size());
    figures.put("redundant", redundant.size());
    figures.put("seconds", seconds(start));
    String detail =
        wrong.isEmpty()
            ? "Without it something fails: " + String.join(", ", needed) + "."
            : String.join("; ", wrong);
    String rest = redundant.isEmpty() ? "" : " Redundant: " + String.join(", ", redundant) + ".";
    Status status = wrong.isEmpty() ? Status.PASS : Status.FAIL;
    return new Check(name, true, List.of(), status, detail + rest, figures, null);
  }

  /** No action looks at an element. */
  Check copies(DataIndependence.Elements elements) {
    Specification law = proof.argument().specification();
    List<String> looks = DataIndependence.looks(law, "Next", elements);
    String detail =
        looks.isEmpty()
            ? "No action compares an element, branches on one or computes with one."
            : String.join("; ", looks);
    return new Check(
        "elements are only copied",
        false,
        List.of(),
        looks.isEmpty() ? Status.PASS : Status.FAIL,
        detail,
        Map.of(),
        null);
  }

  /** A law that looks at an element is told from one that does not. */
  Check looks(DataIndependence.Elements elements) throws IOException {
    Path modules = folder.resolve(elements.module()).resolve("modules");
    Files.createDirectories(modules);
    LawModules.copyTo(modules, elements.module());
    Specification law =
        Specification.read(modules, elements.module()).replacing(elements.replace());
    List<String> looks = DataIndependence.looks(law, "Next", elements);
    Status status = looks.isEmpty() ? Status.FAIL : Status.PASS;
    String detail = looks.isEmpty() ? "nothing found" : String.join("; ", looks);
    return new Check(elements.module(), true, List.of(), status, detail, Map.of(), null);
  }
}
