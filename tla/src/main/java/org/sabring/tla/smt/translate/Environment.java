package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.tla.smt.translate.Term.Symbol;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.SemanticNode;

/**
 * The environment in which an expression is translated: what its parameters stand for, and what
 * holds there.
 *
 * @param bindings parameters, bound symbols, local definitions, and what an instance substitutes:
 *     each by its declaration, never by its name
 * @param primed whether variables stand for their values in the next state
 * @param given the variables whose next value may be asked for; null where all have one
 * @param path what holds there and which symbols are bound, from outside in
 */
public record Environment(
    Map<SemanticNode, Binding> bindings,
    boolean primed,
    @Nullable Set<OpDeclNode> given,
    List<Milestone> path) {

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

  /** The outermost scope, of a state or of a step from one known state to another. */
  public static final Environment TOP = new Environment(Map.of(), false, null, List.of());

  /** The outermost scope of an action, where no variable has a next value yet. */
  static final Environment ACTION = new Environment(Map.of(), false, Set.of(), List.of());

  public Environment nextState() {
    return new Environment(bindings, true, given, path);
  }

  /** Where an action has given some variables a next value. */
  Environment giving(Set<OpDeclNode> variables) {
    return new Environment(bindings, primed, Set.copyOf(variables), path);
  }

  /** Where it has given one more. */
  Environment givingToo(OpDeclNode variable) {
    Set<OpDeclNode> more = new HashSet<>(given == null ? Set.of() : given);
    more.add(variable);
    return giving(more);
  }

  /** Whether the next value of a variable may be asked for. */
  boolean isGiven(OpDeclNode variable) {
    return given == null || given.contains(variable);
  }

  Environment binding(Map<? extends SemanticNode, ? extends Binding> more) {
    if (more.isEmpty()) {
      return this;
    }
    Map<SemanticNode, Binding> all = new HashMap<>(bindings);
    all.putAll(more);
    return new Environment(all, primed, given, path);
  }

  /** Where a condition holds. */
  public Environment under(Term condition) {
    return condition.equals(Smt.TRUE) ? this : with(new Milestone(null, condition));
  }

  /** Where a symbol is bound that satisfies a condition. */
  Environment under(Symbol bound, Term condition) {
    return with(new Milestone(bound, condition));
  }

  private Environment with(Milestone milestone) {
    List<Milestone> longer = new ArrayList<>(path);
    longer.add(milestone);
    return new Environment(bindings, primed, given, longer);
  }

  /** The scope of an expression that was met elsewhere, used here. */
  Environment entering(Environment origin) {
    return new Environment(origin.bindings, primed || origin.primed, given, path);
  }

  /**
   * What it means that a condition holds here, seen from outside. One about the state alone has to
   * hold whatever is known of the next state: that is more than is needed, and said in fewer words.
   */
  Term close(Term condition) {
    boolean ofTheState = !Terms.saysNext(condition);
    Term closed = condition;
    for (int i = path.size() - 1; i >= 0; i--) {
      Milestone milestone = path.get(i);
      if (milestone.bound() != null) {
        closed =
            Smt.quantified(true, milestone.bound(), Smt.implies(milestone.condition(), closed));
      } else if (!ofTheState || !Terms.saysNext(milestone.condition())) {
        closed = Smt.implies(milestone.condition(), closed);
      }
    }
    return closed;
  }

  /** Whether a condition, or each that it joins, is among those that hold here. */
  boolean knowsAll(Term condition) {
    return knows(condition) || Terms.conjuncts(condition).stream().allMatch(this::knows);
  }

  /** Whether a condition is among those that hold here, word for word. */
  boolean knows(Term condition) {
    return path.stream().anyMatch(m -> Terms.conjuncts(m.condition()).contains(condition));
  }
}
