package org.sabring.tla.smt.translate;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** A term of SMT-LIB. Made by {@link Smt}, which folds what is constant. */
public sealed interface Term {

  Sort sort();

  /** An integer. */
  record Numeral(BigInteger value) implements Term {
    @Override
    public Sort sort() {
      return Sort.INTEGER;
    }

    @Override
    public String toString() {
      return value.signum() < 0 ? "(- " + value.negate() + ")" : value.toString();
    }
  }

  /** A string: to a solver an integer of its own, which has the text as its name. */
  record Text(String value) implements Term {
    @Override
    public Sort sort() {
      return Sort.TEXT;
    }

    @Override
    public String toString() {
      return "|\"" + value + "\"|";
    }
  }

  /** True or false. */
  record Truth(boolean value) implements Term {
    @Override
    public Sort sort() {
      return Sort.BOOLEAN;
    }

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /** A constant, a variable now or in the next state, or a bound symbol. */
  record Symbol(String name, Sort sort) implements Term {
    @Override
    public String toString() {
      return name.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c))
          ? name
          : "|" + name + "|";
    }
  }

  /** An operator of SMT-LIB and its arguments. */
  record Application(String operator, List<Term> arguments, Sort sort) implements Term {
    public Application {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String toString() {
      return arguments.stream()
          .map(Term::toString)
          .collect(Collectors.joining(" ", "(" + operator + " ", ")"));
    }
  }

  /** For all integers, or for some. */
  record Quantified(boolean universal, Symbol bound, Term body) implements Term {
    @Override
    public Sort sort() {
      return Sort.BOOLEAN;
    }

    @Override
    public String toString() {
      String quantifier = universal ? "forall" : "exists";
      return "(%s ((%s Int)) %s)".formatted(quantifier, bound, body);
    }
  }
}
