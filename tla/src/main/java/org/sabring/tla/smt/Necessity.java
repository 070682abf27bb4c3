package org.sabring.tla.smt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.tla.smt.translate.Smt;
import org.sabring.tla.smt.translate.Sort;
import org.sabring.tla.smt.translate.Term;
import org.sabring.tla.smt.translate.Term.Symbol;

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

  /** For each conjunct that is needed in a small ring an obligation that fails without it. */
  Map<String, ObligationResult> needed() throws InterruptedException {
    Map<String, ObligationResult> needed = new LinkedHashMap<>();
    List<Proof> bounded = proof.small();
    for (Proof small : bounded.subList(0, Math.min(SMALL, bounded.size()))) {
      for (Group group : small.groups()) {
        List<String> open = new ArrayList<>(proof.argument().conjuncts());
        open.removeAll(needed.keySet());
        for (String conjunct : missed(small.prover(), group, open)) {
          ObligationResult broken = broken(small.prover(), without(conjunct, single(group)));
          if (broken != null) {
            needed.put(conjunct, broken);
          }
        }
      }
    }
    return needed;
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
        group.hypotheses().stream().filter(h -> !isConjunct(h, conjunct)).toList();
    List<Goal> goals = group.goals().stream().filter(g -> !isConjunct(g, conjunct)).toList();
    return new Group(group.name(), group.about(), hypotheses, goals);
  }

  private static boolean isConjunct(Hypothesis hypothesis, String conjunct) {
    return hypothesis.kind() == Hypothesis.Kind.INVARIANT && hypothesis.name().equals(conjunct);
  }

  private static boolean isConjunct(Goal goal, String conjunct) {
    return goal.kind() == Goal.Kind.CONJUNCT && goal.name().equals(conjunct);
  }

  /**
   * Without the rankings, which take longest. Nothing is lost: {@link #isRedundant} asks for them.
   */
  private static Group single(Group group) {
    return group.with(
        group.goals().stream().filter(goal -> goal.kind() != Goal.Kind.SOME_DAY).toList());
  }

  /**
   * Those of the conjuncts without which Z3 refutes some goal. The solver reads the group once:
   * each conjunct and each goal has a switch, and a question says which conjuncts are to hold and
   * which goals may not fail.
   */
  private static List<String> missed(Prover prover, Group group, List<String> conjuncts)
      throws InterruptedException {
    List<Goal> goals = single(group).goals();
    List<Hypothesis> switched = new ArrayList<>();
    for (Hypothesis hypothesis : group.hypotheses()) {
      boolean open = conjuncts.stream().anyMatch(conjunct -> isConjunct(hypothesis, conjunct));
      Term term = hypothesis.term();
      switched.add(
          open
              ? new Hypothesis(
                  hypothesis.kind(), hypothesis.name(), implies(holds(hypothesis.name()), term))
              : hypothesis);
    }
    for (int i = 0; i < goals.size(); i++) {
      Term follows = implies(goals.get(i).term(), follows(i));
      switched.add(new Hypothesis(group.about(), goals.get(i).name() + " follows", follows));
    }
    List<Goal> questions = new ArrayList<>();
    for (String conjunct : conjuncts) {
      Stream<Term> held = conjuncts.stream().filter(c -> !c.equals(conjunct)).map(Necessity::holds);
      List<Term> follow = new ArrayList<>();
      for (int i = 0; i < goals.size(); i++) {
        if (!isConjunct(goals.get(i), conjunct)) {
          follow.add(follows(i));
        }
      }
      Term claim = implies(Smt.and(held.toList()), Smt.and(follow));
      questions.add(new Goal(Goal.Kind.CONJUNCT, conjunct, Smt.TRUE, claim));
    }
    Group asked = new Group(group.name(), group.about(), switched, questions);
    return prover.refutedByZ3(asked).stream().map(Goal::name).toList();
  }

  private static Symbol holds(String conjunct) {
    return new Symbol(conjunct + " holds", Sort.BOOLEAN, Symbol.Role.CONSTANT);
  }

  private static Symbol follows(int goal) {
    return new Symbol("goal " + goal + " follows", Sort.BOOLEAN, Symbol.Role.CONSTANT);
  }

  private static Term implies(Term premise, Term conclusion) {
    return Smt.not(Smt.and(premise, Smt.not(conclusion)));
  }

  /** The first goal that fails, if both solvers say so. */
  private static @Nullable ObligationResult broken(Prover prover, Group group)
      throws InterruptedException {
    for (Goal goal : prover.refutedByZ3(group)) {
      ObligationResult verdict = prover.ask(group.with(List.of(goal))).get(0);
      if (verdict.isRefuted()) {
        return verdict;
      }
    }
    return null;
  }
}
