package org.sabring.tla.smt.translate;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /**
   * What is not bound: a constant or a variable, each told from all others by its name and role. A
   * symbol of the role {@code OPENED} stands for a bound one while its quantifier is being made.
   */
  record Symbol(String name, Sort sort, Role role) implements Term {

    /** What a symbol stands for. */
    public enum Role {
      CONSTANT,
      /** A variable in a state. */
      STATE,
      /** A variable in the next state. */
      NEXT,
      OPENED
    }

    @Override
    public String toString() {
      return TermText.of(this);
    }
  }

  /**
   * A bound integer: by the quantifiers that stand between it and its own. So two bound symbols
   * cannot be mixed up, whatever their names, and formulas that differ in those names are equal.
   */
  record Bound(int quantifiersBetween) implements Term {
    @Override
    public Sort sort() {
      return Sort.INTEGER;
    }
  }

  /**
   * An operator of SMT-LIB and its arguments. Terms are deep, and looked up again and again, so it
   * knows its hash code.
   */
  final class Application implements Term {
    private final String operator;
    private final List<Term> arguments;
    private final Sort sort;
    private final int hash;

    public Application(String operator, List<Term> arguments, Sort sort) {
      this.operator = operator;
      this.arguments = List.copyOf(arguments);
      this.sort = sort;
      this.hash = Objects.hash(operator, this.arguments, sort);
    }

    public String operator() {
      return operator;
    }

    public List<Term> arguments() {
      return arguments;
    }

    @Override
    public Sort sort() {
      return sort;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other
          || (other instanceof Application that
              && hash == that.hash
              && operator.equals(that.operator)
              && sort == that.sort
              && arguments.equals(that.arguments));
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public String toString() {
      return TermText.of(this);
    }
  }

  /**
   * For all integers, or for some: made by {@link Smt#quantified} alone.
   *
   * @param name what people call the bound symbol; it means nothing
   */
  record Quantified(boolean universal, String name, Term body) implements Term {
    @Override
    public Sort sort() {
      return Sort.BOOLEAN;
    }

    @Override
    public String toString() {
      return TermText.of(this);
    }
  }
}
