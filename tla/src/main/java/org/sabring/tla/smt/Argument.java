package org.sabring.tla.smt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.sabring.tla.smt.translate.Action;
import org.sabring.tla.smt.translate.Definitions;
import org.sabring.tla.smt.translate.Environment;
import org.sabring.tla.smt.translate.Frame;
import org.sabring.tla.smt.translate.OutsideFragment;
import org.sabring.tla.smt.translate.Smt;
import org.sabring.tla.smt.translate.Specification;
import org.sabring.tla.smt.translate.Temporal;
import org.sabring.tla.smt.translate.Term;
import org.sabring.tla.smt.translate.Translator;
import org.sabring.tla.smt.translate.Variables;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDefNode;
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
  private final Map<String, Term> assumptions = new LinkedHashMap<>();
  private final Map<String, OpApplNode> conjuncts = new LinkedHashMap<>();

  /**
   * @throws OutsideFragment if the modules say what cannot be translated
   */
  Argument(Specification specification, Claim claim) {
    this.specification = specification.replacing(claim.replace());
    this.claim = claim;
    this.translator = new Translator(this.specification, claim.values(), variables);
    for (Temporal.Part part : behaviour().initial()) {
      variables.learn(part.node(), translator);
    }
    for (ExprNode assumption : specification.assumptions()) {
      assumptions.put(
          "ASSUME " + OutsideFragment.place(assumption),
          translator.formula(assumption, Environment.TOP));
    }
    collect(this.specification.body(claim.invariant()));
  }

  private Temporal behaviour() {
    return Temporal.of(specification, specification.body(claim.specification()), true);
  }

  private void collect(SemanticNode node) {
    OpApplNode application = (OpApplNode) node;
    String operator = application.getOperator().getName().toString();
    if (operator.equals("$ConjList") || operator.equals("\\land")) {
      for (SemanticNode part : application.getArgs()) {
        collect(part);
      }
    } else {
      boolean named =
          application.getOperator() instanceof OpDefNode definition
              && !Definitions.isBuiltIn(definition);
      conjuncts.put(named ? operator : OutsideFragment.place(node), application);
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

  /** The names of the conjuncts of the invariant. */
  List<String> conjuncts() {
    return List.copyOf(conjuncts.keySet());
  }

  /** All obligations, in the order of the argument. */
  List<Group> groups() {
    List<Group> groups = new ArrayList<>();
    groups.add(initially());
    groups.add(always());
    Temporal.Part next = behaviour().steps().get(0);
    for (Action action : Action.of(specification, next.node().getArgs()[0])) {
      groups.add(stepwise(action));
    }
    return groups;
  }

  private Group initially() {
    Map<String, Term> hypotheses = new LinkedHashMap<>(assumptions);
    List<Goal> goals = new ArrayList<>();
    translator.conditions().clear();
    for (Temporal.Part part : behaviour().initial()) {
      Term term = translator.formula(part.node(), part.scope().asserting());
      hypotheses.put(part.node().getOperator().getName().toString(), term);
    }
    defined(goals);
    conjuncts.forEach(
        (name, node) ->
            goals.add(goal(Goal.Kind.CONJUNCT, name, () -> formula(node, Environment.TOP))));
    for (String property : claim.properties()) {
      for (Temporal.Part part : property(property).initial()) {
        goals.add(goal(Goal.Kind.STEP, property, () -> formula(part.node(), part.scope())));
      }
    }
    return new Group("Init", false, hypotheses, goals);
  }

  private Group always() {
    List<Goal> goals = new ArrayList<>();
    translator.conditions().clear();
    Map<String, Term> hypotheses = invariant();
    defined(goals);
    for (String promise : claim.promises()) {
      ExprNode body = specification.body(promise);
      goals.add(goal(Goal.Kind.STATE, promise, () -> formula(body, Environment.TOP)));
    }
    return new Group("Invariant", false, hypotheses, goals);
  }

  private Group stepwise(Action action) {
    Map<String, Term> hypotheses = invariant();
    List<Goal> goals = new ArrayList<>();
    translator.conditions().clear();
    Term relation = action.relation(translator);
    String fault = Frame.fault(relation, variables.names());
    if (!relation.equals(Smt.FALSE) && !fault.isEmpty()) {
      throw new OutsideFragment(fault, action.conjuncts().get(action.conjuncts().size() - 1));
    }
    hypotheses.put("action " + action.name(), relation);
    defined(goals);
    conjuncts.forEach(
        (name, node) ->
            goals.add(
                goal(Goal.Kind.CONJUNCT, name, () -> formula(node, Environment.TOP.nextState()))));
    for (String property : claim.properties()) {
      for (Temporal.Part part : property(property).steps()) {
        goals.add(goal(Goal.Kind.STEP, property, () -> formula(part.node(), part.scope())));
      }
    }
    return new Group(action.name(), true, hypotheses, goals);
  }

  private Temporal property(String name) {
    return Temporal.of(specification, specification.body(name), false);
  }

  private Term formula(SemanticNode node, Environment scope) {
    return translator.formula(node, scope);
  }

  private Map<String, Term> invariant() {
    Map<String, Term> hypotheses = new LinkedHashMap<>(assumptions);
    conjuncts.forEach((name, node) -> hypotheses.put(name, formula(node, Environment.TOP)));
    return hypotheses;
  }

  /** What the hypotheses just translated ask for must be specified. */
  private void defined(List<Goal> goals) {
    Term conditions = Smt.and(List.copyOf(translator.conditions()));
    goals.add(new Goal(Goal.Kind.DEFINED, "defined", conditions));
  }

  private Goal goal(Goal.Kind kind, String name, Supplier<Term> formula) {
    translator.conditions().clear();
    Term term = formula.get();
    return new Goal(kind, name, Smt.and(Smt.and(List.copyOf(translator.conditions())), term));
  }
}
