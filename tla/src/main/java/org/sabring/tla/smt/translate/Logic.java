package org.sabring.tla.smt.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.sabring.tla.smt.translate.Value.Scalar;
import org.sabring.tla.smt.translate.Value.Tuple;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.SemanticNode;

/** The translation of the connectives, IF, CASE, equality and UNCHANGED. */
final class Logic {

  private final Translator translator;
  private final Quantifiers quantifiers;

  Logic(Translator translator) {
    this.translator = translator;
    this.quantifiers = new Quantifiers(translator);
  }

  Quantifiers quantifiers() {
    return quantifiers;
  }

  Term term(String operator, OpApplNode node, Environment scope) {
    ExprOrOpArgNode[] a = node.getArgs();
    return switch (operator) {
      case "TRUE" -> Smt.TRUE;
      case "FALSE" -> Smt.FALSE;
      case "$ConjList", "\\land" -> junction(a, scope, true);
      case "$DisjList", "\\lor" -> junction(a, scope, false);
      case "\\lnot" -> Smt.not(translator.formula(a[0], scope));
      case "=>" -> {
        Term premise = translator.formula(a[0], scope);
        yield Smt.implies(premise, translator.formula(a[1], scope.under(premise)));
      }
      case "\\equiv" -> Smt.equal(translator.formula(a[0], scope), translator.formula(a[1], scope));
      case "=" -> equality(node, scope);
      case "/=" -> Smt.not(equality(node, scope));
      case "UNCHANGED" ->
          equal(
              translator.value(a[0], scope.nextState()),
              translator.value(a[0], scope),
              node,
              scope);
      case "$SquareAct" ->
          Smt.or(
              translator.formula(a[0], scope),
              equal(
                  translator.value(a[1], scope.nextState()),
                  translator.value(a[1], scope),
                  node,
                  scope));
      case "\\in" -> translator.sets().membership(node, scope);
      case "\\notin" -> Smt.not(translator.sets().membership(node, scope));
      case "\\subseteq" -> translator.sets().subset(node, scope);
      case "$BoundedForall" -> quantifiers.quantified(node, scope, true, body(node));
      case "$BoundedExists" -> quantifiers.quantified(node, scope, false, body(node));
      default -> throw new OutsideFragment(operator, node);
    };
  }

  private Function<Environment, Term> body(OpApplNode node) {
    return scope -> translator.formula(node.getArgs()[0], scope);
  }

  /** From left to right: what stands before holds, or does not hold, where the next is read. */
  private Term junction(ExprOrOpArgNode[] parts, Environment scope, boolean all) {
    List<Term> terms = new ArrayList<>();
    Environment here = scope;
    for (ExprOrOpArgNode part : parts) {
      Term term = translator.formula(part, here);
      terms.add(term);
      here = here.under(all ? term : Smt.not(term));
    }
    return all ? Smt.and(terms) : Smt.or(terms);
  }

  Value ifThenElse(OpApplNode node, Environment scope) {
    ExprOrOpArgNode[] a = node.getArgs();
    Term condition = translator.formula(a[0], scope);
    if (condition instanceof Term.Truth truth) {
      return translator.value(a[truth.value() ? 1 : 2], scope);
    }
    return either(
        condition,
        translator.value(a[1], scope.under(condition)),
        translator.value(a[2], scope.under(Smt.not(condition))),
        node);
  }

  /**
   * One guard of CASE must hold, and no two: else TLA+ does not say which value it has. OTHER holds
   * where no other guard does.
   */
  Value cases(OpApplNode node, Environment scope) {
    List<Term> guards = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    arms(
        node,
        scope,
        (guard, arm) -> {
          guards.add(guard);
          values.add(translator.value(arm, scope.under(guard)));
        });
    Value chosen = values.get(values.size() - 1);
    for (int i = values.size() - 2; i >= 0; i--) {
      chosen = either(guards.get(i), values.get(i), chosen, node);
    }
    return chosen;
  }

  /** Shows each arm of CASE whose guard can hold, at least one, with its guard. */
  void arms(OpApplNode node, Environment scope, BiConsumer<Term, SemanticNode> visitor) {
    List<Term> guards = new ArrayList<>();
    for (ExprOrOpArgNode part : node.getArgs()) {
      ExprOrOpArgNode[] pair = ((OpApplNode) part).getArgs();
      Term guard = pair[0] == null ? Smt.not(Smt.or(guards)) : translator.formula(pair[0], scope);
      for (Term other : guards) {
        translator.require(Smt.not(Smt.and(guard, other)), scope);
      }
      if (!guard.equals(Smt.FALSE)) {
        guards.add(guard);
        visitor.accept(guard, pair[1]);
      }
    }
    translator.require(Smt.or(guards), scope);
    if (guards.isEmpty()) {
      throw new OutsideFragment("CASE without a guard that can hold", node);
    }
  }

  static Value either(Term condition, Value then, Value otherwise, OpApplNode node) {
    if (then instanceof Scalar left
        && otherwise instanceof Scalar right
        && left.term().sort() == right.term().sort()) {
      return new Scalar(Smt.ite(condition, left.term(), right.term()));
    }
    if (then instanceof Value.Mapping left
        && otherwise instanceof Value.Mapping right
        && left.domain().equals(right.domain())
        && left.element() == right.element()) {
      Term array = Smt.ite(condition, left.array(), right.array());
      return new Value.Mapping(left.domain(), array, left.element());
    }
    Value sequence = SequenceOperators.either(condition, then, otherwise, node);
    if (sequence != null) {
      return sequence;
    }
    throw new OutsideFragment("a choice between values of different kinds", node);
  }

  private Term equality(OpApplNode node, Environment scope) {
    List<Value> sides = translator.values(node.getArgs(), scope);
    return equal(sides.get(0), sides.get(1), node, scope);
  }

  /**
   * Equality. Functions are equal if they agree on their domain, whatever their arrays hold
   * elsewhere.
   */
  Term equal(Value left, Value right, OpApplNode node, Environment scope) {
    if (left instanceof Scalar a && right instanceof Scalar b) {
      if (a.term().sort() != b.term().sort()) {
        throw new OutsideFragment(
            "comparing " + a.term().sort() + " with " + b.term().sort(), node);
      }
      return Smt.equal(a.term(), b.term());
    } else if (left instanceof Tuple a && right instanceof Tuple b) {
      if (a.parts().size() != b.parts().size()) {
        return Smt.FALSE;
      }
      List<Term> parts = new ArrayList<>();
      for (int i = 0; i < a.parts().size(); i++) {
        parts.add(equal(a.parts().get(i), b.parts().get(i), node, scope));
      }
      return Smt.and(parts);
    } else if (left instanceof Value.Sequence sequence) {
      return translator.sequences().equal(sequence, right, node, scope);
    } else if (right instanceof Value.Sequence sequence) {
      return translator.sequences().equal(sequence, left, node, scope);
    } else if (left instanceof Value.Mapping a
        && right instanceof Value.Mapping b
        && a.domain().equals(b.domain())
        && a.array().equals(b.array())) {
      return Smt.TRUE;
    } else if (left instanceof Value.Set a && right instanceof Value.Set b) {
      return Smt.and(
          translator.sets().subset(a, b, node, scope), translator.sets().subset(b, a, node, scope));
    }
    return translator.mappings().equal(left, right, node, scope);
  }
}
