package org.sabring.tla.smt;

import java.util.ArrayList;
import java.util.List;
import org.sabring.tla.smt.Hypothesis.Kind;
import org.sabring.tla.smt.translate.Action;
import org.sabring.tla.smt.translate.Environment;
import org.sabring.tla.smt.translate.Names;
import org.sabring.tla.smt.translate.OutsideFragment;
import org.sabring.tla.smt.translate.Smt;
import org.sabring.tla.smt.translate.Specification;
import org.sabring.tla.smt.translate.Temporal;
import org.sabring.tla.smt.translate.Term;
import org.sabring.tla.smt.translate.Translator;
import org.sabring.tla.smt.translate.Variables;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.SemanticNode;

/**
 * The obligations of a claim, as formulas. Induction: the first state satisfies every conjunct of
 * the invariant, every action keeps every conjunct, and what is promised follows.
 */
final class Argument {

  private final Specification specification;
  private final Claim claim;
  private final Variables variables = new Variables();
  private final Translator translator;
  private final Temporal behaviour;
  private final Temporal.Part next;
  private final List<Hypothesis> assumptions = new ArrayList<>();
  private final List<Conjunct> conjuncts;

  /**
   * @throws OutsideFragment if the modules say what cannot be translated
   */
  Argument(Specification specification, Claim claim) {
    this.specification = specification.replacing(claim.replace());
    this.claim = claim;
    this.translator = new Translator(this.specification, claim.values(), variables);
    ExprNode formula = this.specification.body(claim.specification());
    this.behaviour = Temporal.of(this.specification, formula, true);
    this.next = behaviour.next(this.specification, formula);
    for (Temporal.Part part : behaviour.initial()) {
      variables.learn(part.node(), part.scope(), translator);
    }
    List<String> unknown = variables.unknown(this.specification);
    if (!unknown.isEmpty()) {
      throw new OutsideFragment(
          "an initial condition without a first value of %s, expected x = ... or x \\in ...,"
              .formatted(String.join(", ", unknown)),
          formula);
    }
    assume();
    this.conjuncts = Conjunct.of(this.specification.predicate(claim.invariant()));
    for (Claim.Ranking ranking : claim.rankings()) {
      RankedProperty.check(this.specification, claim, ranking);
    }
  }

  /** What is assumed of constants must be defined by itself: nothing is known before it. */
  private void assume() {
    Term lengths = variables.lengths();
    if (!lengths.equals(Smt.TRUE)) {
      assumptions.add(new Hypothesis(Kind.ASSUMPTION, "lengths of sequences", lengths));
    }
    for (ExprNode assumption : specification.assumptions()) {
      String name = "ASSUME " + OutsideFragment.place(assumption);
      translator.conditions().clear();
      Term term = translator.formula(assumption, Environment.TOP);
      if (!translator.conditions().isEmpty()) {
        throw new OutsideFragment(
            "an assumption that may ask for an unspecified value", assumption);
      }
      assumptions.add(new Hypothesis(Kind.ASSUMPTION, name, term));
    }
  }

  /** The modules, with what the claim replaces. */
  Specification specification() {
    return specification;
  }

  Claim claim() {
    return claim;
  }

  Variables variables() {
    return variables;
  }

  /** The names of the conjuncts of the invariant, each another one. */
  List<String> conjuncts() {
    return conjuncts.stream().map(Conjunct::name).toList();
  }

  /** All obligations, in the order of the argument. No two groups have one name. */
  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    groups.add(initially());
    groups.add(always());
    List<Goal> goals = afterEveryStep();
    for (Action action : Action.of(specification, next)) {
      groups.add(stepwise(action, goals));
    }
    List<String> names = Names.distinct(groups.stream().map(Group::name).toList());
    List<Group> distinct = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      distinct.add(new Group(names.get(i), group.about(), group.hypotheses(), group.goals()));
    }
    return distinct;
  }

  private Group initially() {
    List<Hypothesis> hypotheses = new ArrayList<>(assumptions);
    List<Goal> goals = new ArrayList<>();
    translator.conditions().clear();
    Term before = Smt.TRUE;
    for (Temporal.Part part : behaviour.initial()) {
      Term term = translator.formula(part.node(), part.scope().under(before));
      String name =
          part.node() instanceof OpApplNode named
              ? named.getOperator().getName().toString()
              : OutsideFragment.place(part.node());
      hypotheses.add(new Hypothesis(Kind.INITIAL, name, term));
      before = Smt.and(before, term);
    }
    defined(goals);
    for (Conjunct conjunct : conjuncts) {
      goals.add(goal(Goal.Kind.CONJUNCT, conjunct.name(), conjunct.node(), Environment.TOP));
    }
    for (String property : claim.properties()) {
      for (Temporal.Part part : property(property).initial()) {
        goals.add(goal(Goal.Kind.STEP, property, part.node(), part.scope()));
      }
    }
    return new Group("Init", Kind.INITIAL, hypotheses, goals);
  }

  private Group always() {
    List<Goal> goals = new ArrayList<>();
    translator.conditions().clear();
    List<Hypothesis> hypotheses = invariant();
    defined(goals);
    for (String promise : claim.promises()) {
      goals.add(state(Goal.Kind.STATE, promise, specification.predicate(promise)));
    }
    for (Claim.Ranking ranking : claim.rankings()) {
      ExprNode body = specification.predicate(ranking.states());
      goals.add(state(Goal.Kind.SOME_DAY, ranking.property(), body));
    }
    return new Group("Invariant", Kind.INVARIANT, hypotheses, goals);
  }

  /** A promise about states: a formula, or {@code P => ENABLED A}. */
  private Goal state(Goal.Kind kind, String name, ExprNode promise) {
    if (promise instanceof OpApplNode implication
        && implication.getOperator().getName().toString().equals("=>")
        && implication.getArgs()[1] instanceof OpApplNode conclusion
        && conclusion.getOperator().getName().toString().equals("ENABLED")) {
      translator.conditions().clear();
      Term premise = translator.formula(implication.getArgs()[0], Environment.TOP);
      Term enabled = Enabled.of(conclusion.getArgs()[0], specification, translator);
      Term claim = Smt.not(Smt.and(premise, Smt.not(enabled)));
      return new Goal(kind, name, Smt.and(List.copyOf(translator.conditions())), claim);
    }
    return goal(kind, name, promise, Environment.TOP);
  }

  private Group stepwise(Action action, List<Goal> afterwards) {
    List<Hypothesis> hypotheses = invariant();
    List<Goal> goals = new ArrayList<>();
    translator.conditions().clear();
    Term relation = action.relation(translator);
    hypotheses.add(new Hypothesis(Kind.ACTION, "action " + action.name(), relation));
    defined(goals);
    goals.addAll(afterwards);
    return new Group(action.name(), Kind.ACTION, hypotheses, goals);
  }

  /** What must follow of every action: the same goals, whichever it is. */
  private List<Goal> afterEveryStep() {
    List<Goal> goals = new ArrayList<>();
    Environment after = Environment.TOP.nextState();
    for (Conjunct conjunct : conjuncts) {
      goals.add(goal(Goal.Kind.CONJUNCT, conjunct.name(), conjunct.node(), after));
    }
    for (String property : claim.properties()) {
      for (Temporal.Part part : property(property).steps()) {
        goals.add(goal(Goal.Kind.STEP, property, part.node(), part.scope()));
      }
    }
    for (Claim.Ranking ranking : claim.rankings()) {
      for (Temporal.Part part : property(ranking.steps()).steps()) {
        goals.add(goal(Goal.Kind.SOME_DAY, ranking.property(), part.node(), part.scope()));
      }
    }
    return goals;
  }

  private Temporal property(String name) {
    return Temporal.of(specification, specification.body(name), false);
  }

  /** From left to right: what stands before a conjunct holds where it is read. */
  private List<Hypothesis> invariant() {
    List<Hypothesis> hypotheses = new ArrayList<>(assumptions);
    Environment scope = Environment.TOP;
    for (Conjunct conjunct : conjuncts) {
      Term term = translator.formula(conjunct.node(), scope);
      hypotheses.add(new Hypothesis(Kind.INVARIANT, conjunct.name(), term));
      scope = scope.under(term);
    }
    return hypotheses;
  }

  /** What the hypotheses just translated ask for must be specified. */
  private void defined(List<Goal> goals) {
    Term conditions = Smt.and(List.copyOf(translator.conditions()));
    goals.add(new Goal(Goal.Kind.DEFINED, "defined", conditions, Smt.TRUE));
  }

  private Goal goal(Goal.Kind kind, String name, SemanticNode node, Environment scope) {
    translator.conditions().clear();
    Term claim = translator.formula(node, scope);
    return new Goal(kind, name, Smt.and(List.copyOf(translator.conditions())), claim);
  }
}
