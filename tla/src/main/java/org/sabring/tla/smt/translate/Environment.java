package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.tla.smt.translate.Term.Symbol;
import tla2sany.semantic.SemanticNode;

/**
 * The environment in which an expression is translated: what its parameters stand for, and what
 * holds there.
 *
 * @param bindings parameters, bound symbols, local definitions, and what an instance substitutes
 * @param primed whether variables stand for their values in the next state
 * @param asserted whether the expression is asserted as it stands: not negated, compared or asked
 * @param path what holds there and which symbols are bound, from outside in
 */
public record Environment(
    Map<SemanticNode, Binding> bindings, boolean primed, boolean asserted, List<Milestone> path) {

  /** Where a name leads. */
  sealed interface Binding {}

  /** An expression, translated where it is used: a parameter may be primed in the definition. */
  record Delayed(SemanticNode expression, Environment scope) implements Binding {}

  /** A value. */
  record Known(Value value) implements Binding {}

  /** A place that EXCEPT changes, for {@code @}. */
  record Place(Value.Mapping function, Term index) implements Binding {}

  /** Something on the way to an expression: a condition, and the symbol that it is about. */
  record Milestone(@Nullable Symbol bound, Term condition) {}

  /** The outermost scope. */
  public static final Environment TOP = new Environment(Map.of(), false, false, List.of());

  /** Where the expression is asserted. */
  public Environment asserting() {
    return new Environment(bindings, primed, true, path);
  }

  /** Where the expression is not asserted. */
  Environment asking() {
    return asserted ? new Environment(bindings, primed, false, path) : this;
  }

  public Environment nextState() {
    return new Environment(bindings, true, asserted, path);
  }

  Environment binding(Map<? extends SemanticNode, ? extends Binding> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<SemanticNode, Binding> all = new HashMap<>(bindings);
    all.putAll(more);
    return new Environment(all, primed, asserted, path);
  }

  /** Where a condition holds. */
  Environment under(Term condition) {
    return condition.equals(Smt.TRUE) ? this : with(new Milestone(null, condition));
  }

  /** Where a symbol is bound that satisfies a condition. */
  Environment under(Symbol bound, Term condition) {
    return with(new Milestone(bound, condition));
  }

  private Environment with(Milestone milestone) {
    List<Milestone> longer = new ArrayList<>(path);
    longer.add(milestone);
    return new Environment(bindings, primed, asserted, longer);
  }

  /** The scope of a delayed expression, used here. */
  Environment entering(Environment origin) {
    return new Environment(origin.bindings, primed || origin.primed, false, path);
  }

  /** A symbol to bind here: another one than those bound around it. */
  Symbol fresh(String name) {
    long depth = path.stream().filter(milestone -> milestone.bound() != null).count();
    return new Symbol(name + "." + depth, Sort.INTEGER);
  }

  /** What it means that a condition holds here, seen from outside. */
  Term close(Term condition) {
    Term closed = condition;
    for (int i = path.size() - 1; i >= 0; i--) {
      Milestone milestone = path.get(i);
      closed = Smt.implies(milestone.condition(), closed);
      if (milestone.bound() != null) {
        closed = Smt.quantified(true, milestone.bound(), closed);
      }
    }
    return closed;
  }

  /** Whether a condition is among those that hold here, word for word. */
  boolean knows(Term condition) {
    return path.stream().anyMatch(m -> Terms.conjuncts(m.condition()).contains(condition));
  }
}
