package org.sabring.tla.smt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.Rule;

/**
 * The judge of a proof, which makes checks of results: PASS if both solvers prove every obligation.
 */
final class ProofJudge {

  private final Proof proof;

  ProofJudge(Proof proof) {
    this.proof = proof;
  }

  /** What a group must keep: every conjunct of the invariant. */
  Check group(String name, Group group, List<ObligationResult> all) throws InterruptedException {
    List<ObligationResult> verdicts =
        all.stream().filter(v -> v.goal().kind() == Goal.Kind.DEFINED || isConjunct(v)).toList();
    Group small = Objects.requireNonNullElse(proof.small().get(0).group(group.name()), group);
    boolean expected = !proof.claim().impossible().contains(group.name());
    if (proof.prover().isPossible(small) != expected) {
      String why =
          expected
              ? "nothing satisfies the hypotheses, so everything follows from them"
              : "it is named as impossible, but a state can take it";
      return new Check(name, false, List.of(), Status.FAIL, why, figures(verdicts), null);
    }
    long conjuncts = verdicts.stream().filter(ProofJudge::isConjunct).count();
    String proved =
        !expected
            ? "is taken in no state"
            : conjuncts == 0
                ? "asks for no value that TLA+ leaves unspecified"
                : (group.step() ? "keeps" : "satisfies")
                    + " each of %d conjuncts".formatted(conjuncts);
    return judged(name, group.name() + " " + proved, verdicts);
  }

  private static boolean isConjunct(ObligationResult verdict) {
    return verdict.goal().kind() == Goal.Kind.CONJUNCT;
  }

  /** What must follow from the invariant, or of every step. */
  Check promise(String name, String promise, List<ObligationResult> all)
      throws InterruptedException {
    List<ObligationResult> verdicts =
        all.stream()
            .filter(v -> v.goal().name().equals(promise))
            .filter(v -> v.goal().kind() != Goal.Kind.CONJUNCT)
            .toList();
    return judged(name, promise + " " + from(verdicts), verdicts);
  }

  private static String from(List<ObligationResult> verdicts) {
    if (verdicts.stream().allMatch(v -> v.goal().kind() == Goal.Kind.STATE)) {
      return "follows from the invariant";
    }
    return verdicts.stream().allMatch(v -> v.goal().kind() == Goal.Kind.SOME_DAY)
        ? "comes some day: each fair step of who is in charge brings it nearer, and no step"
            + " takes it away"
        : "holds at first and of every action";
  }

  private Check judged(String name, String proved, List<ObligationResult> verdicts)
      throws InterruptedException {
    List<Rule> rules =
        verdicts.stream()
            .flatMap(v -> Rule.statedBy(v.goal().name()).stream())
            .distinct()
            .sorted()
            .toList();
    List<ObligationResult> open = verdicts.stream().filter(v -> !v.isProved()).toList();
    if (open.isEmpty()) {
      Status status = verdicts.isEmpty() ? Status.UNKNOWN : Status.PASS;
      return new Check(name, false, rules, status, proved, figures(verdicts), null)
          .over(proof.claim().scope());
    }
    String detail = String.join("; ", open.stream().map(v -> v.group() + ", " + v.says()).toList());
    Interleaving how = counterexample(open);
    boolean fails =
        how != null || open.stream().anyMatch(v -> v.isDisputed() || v.z3() == Solver.Answer.SAT);
    Status status = fails ? Status.FAIL : Status.UNKNOWN;
    return new Check(name, false, rules, status, detail, figures(verdicts), how);
  }

  private @Nullable Interleaving counterexample(List<ObligationResult> open)
      throws InterruptedException {
    for (ObligationResult verdict : open) {
      Interleaving how = proof.counterexample(verdict.group(), verdict.goal().name());
      if (how != null) {
        return how;
      }
    }
    return null;
  }

  static Map<String, Number> figures(List<ObligationResult> verdicts) {
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("obligations", verdicts.size());
    figures.put("proved", verdicts.stream().filter(ObligationResult::isProved).count());
    figures.put(
        "SMTInterpol seconds", sum(verdicts.stream().map(ObligationResult::interpolSeconds)));
    figures.put("Z3 seconds", sum(verdicts.stream().map(ObligationResult::z3Seconds)));
    return figures;
  }

  private static double sum(Stream<Double> seconds) {
    return Math.round(seconds.mapToDouble(Double::doubleValue).sum() * 100) / 100.0;
  }
}
