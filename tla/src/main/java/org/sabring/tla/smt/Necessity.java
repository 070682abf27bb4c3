package org.sabring.tla.smt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.tla.smt.translate.Smt;
import org.sabring.tla.smt.translate.Term;

/**
 * The question whether the invariant needs a conjunct: without it, does anything else still follow?
 * If some other conjunct or promise fails in a small ring, it is needed. If everything follows
 * without it, for every capacity, it is redundant.
 */
final class Necessity {

  /** In so many of the small rings a conjunct is asked for. */
  private static final int SMALL = 2;

  private final Proof proof;

  Necessity(Proof proof) {
    this.proof = proof;
  }

  /** The first obligation that fails without the conjunct; null if none does in a small ring. */
  @Nullable ObligationResult without(String conjunct) throws InterruptedException {
    List<Proof> bounded = proof.small();
    for (Proof small : bounded.subList(0, Math.min(SMALL, bounded.size()))) {
      for (Group group : small.groups()) {
        ObligationResult verdict = broken(small.prover(), single(without(conjunct, group)));
        if (verdict != null) {
          return verdict;
        }
      }
    }
    return null;
  }

  /** Whether everything else follows without the conjunct, for every capacity. */
  boolean isRedundant(String conjunct) throws InterruptedException {
    for (Group group : proof.groups()) {
      List<ObligationResult> verdicts = proof.prover().ask(without(conjunct, group));
      if (!verdicts.stream().allMatch(ObligationResult::isProved)) {
        return false;
      }
    }
    return true;
  }

  private static Group without(String conjunct, Group group) {
    List<Hypothesis> hypotheses =
        group.hypotheses().stream()
            .filter(h -> h.kind() != Hypothesis.Kind.INVARIANT || !h.name().equals(conjunct))
            .toList();
    List<Goal> goals =
        group.goals().stream()
            .filter(goal -> goal.kind() != Goal.Kind.CONJUNCT || !goal.name().equals(conjunct))
            .toList();
    return new Group(group.name(), group.about(), hypotheses, goals);
  }

  /**
   * Without the rankings, which take longest. Nothing is lost: {@link #isRedundant} asks for them.
   */
  private static Group single(Group group) {
    return group.with(
        group.goals().stream().filter(goal -> goal.kind() != Goal.Kind.SOME_DAY).toList());
  }

  /** Asks for all goals at once, and only if one fails, for which. */
  private static @Nullable ObligationResult broken(Prover prover, Group group)
      throws InterruptedException {
    Term all = Smt.and(group.goals().stream().map(Goal::term).toList());
    Goal one = new Goal(Goal.Kind.CONJUNCT, "all", Smt.TRUE, all);
    if (prover.refutedByZ3(group.with(List.of(one))).isEmpty()) {
      return null;
    }
    for (Goal goal : prover.refutedByZ3(group)) {
      ObligationResult verdict = prover.ask(group.with(List.of(goal))).get(0);
      if (verdict.isRefuted()) {
        return verdict;
      }
    }
    return null;
  }
}
