package org.sabring.tla.smt.translate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.tla.smt.translate.Term.Application;
import org.sabring.tla.smt.translate.Term.Numeral;
import tla2sany.semantic.OpApplNode;

/** The translation of the operators of the module Integers. What they make is linear. */
final class Arithmetic {

  private Arithmetic() {}

  /** The term for one of its operators; null if it is none. */
  static @Nullable Term term(
      String operator, OpApplNode node, Environment scope, Translator translator) {
    if (!List.of("+", "-", "-.", "*", "%", "\\div", "<", ">", "\\leq", "\\geq")
        .contains(operator)) {
      return null;
    }
    Term left = translator.number(node.getArgs()[0], scope);
    if (operator.equals("-.")) {
      return Smt.minus(Smt.number(0), left);
    }
    Term right = translator.number(node.getArgs()[1], scope);
    return switch (operator) {
      case "+" -> Smt.plus(left, right);
      case "-" -> Smt.minus(left, right);
      case "<" -> Smt.less(left, right);
      case ">" -> Smt.less(/* left= */ right, /* right= */ left);
      case "\\leq" -> Smt.atMost(left, right);
      case "\\geq" -> Smt.atMost(/* left= */ right, /* right= */ left);
      case "*" -> product(left, right, node);
      case "\\div" -> quotient(left, positive(right, "\\div", node));
      default -> remainder(left, right, node, scope, translator);
    };
  }

  private static Term product(Term left, Term right, OpApplNode node) {
    if (left instanceof Numeral factor) {
      return times(factor, right);
    } else if (right instanceof Numeral factor) {
      return times(factor, left);
    }
    throw new OutsideFragment("a product of two variables", node);
  }

  private static Numeral positive(Term divisor, String operator, OpApplNode node) {
    if (divisor instanceof Numeral number && number.value().signum() > 0) {
      return number;
    }
    throw new OutsideFragment(operator + " by what is not a positive number", node);
  }

  /**
   * By a number, the remainder itself. By a constant without a value, as in {@code (cursor + 1) %
   * Capacity}, only what lies below twice the divisor: that it does must be proved.
   */
  private static Term remainder(
      Term left, Term right, OpApplNode node, Environment scope, Translator translator) {
    if (right instanceof Numeral) {
      return modulo(left, positive(right, "%", node));
    }
    if (!translator.isConstant(right)) {
      throw new OutsideFragment("% by what is not a number or a constant", node);
    }
    Term wrapped = Smt.minus(left, right);
    translator.require(
        Smt.and(
            Smt.atMost(Smt.number(1), right),
            Smt.atMost(Smt.number(0), left),
            Smt.less(wrapped, right)),
        scope);
    Term outside = new Application("outside.remainder", List.of(left, right), Sort.INTEGER);
    return Smt.ite(
        Smt.and(Smt.atMost(Smt.number(0), left), Smt.less(left, right)),
        left,
        Smt.ite(
            Smt.and(Smt.atMost(/* left= */ right, /* right= */ left), Smt.less(wrapped, right)),
            wrapped,
            outside));
  }

  /** A multiple. */
  private static Term times(Numeral factor, Term term) {
    return term instanceof Numeral number
        ? new Numeral(factor.value().multiply(number.value()))
        : new Application("*", List.of(factor, term), Sort.INTEGER);
  }

  /** The remainder that TLA+ writes {@code %}; for a positive divisor SMT-LIB's is the same. */
  private static Term modulo(Term term, Numeral divisor) {
    return term instanceof Numeral number
        ? new Numeral(number.value().mod(divisor.value()))
        : new Application("mod", List.of(term, divisor), Sort.INTEGER);
  }

  /** The quotient, rounded down; for a positive divisor SMT-LIB's is the same. */
  private static Term quotient(Term term, Numeral divisor) {
    return term instanceof Numeral number
        ? new Numeral(
            number.value().subtract(number.value().mod(divisor.value())).divide(divisor.value()))
        : new Application("div", List.of(term, divisor), Sort.INTEGER);
  }
}
