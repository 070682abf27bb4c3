package org.sabring.tla.smt.translate;

/**
 * The sort of a term of SMT: what it stands for. Texts, the names of steps, are distinct integers
 * to a solver.
 */
public enum Sort {
  BOOLEAN("Bool"),
  INTEGER("Int"),
  TEXT("Int"),
  /** A function on a range of integers with integer values. */
  INTEGERS("(Array Int Int)"),
  BOOLEANS("(Array Int Bool)"),
  TEXTS("(Array Int Int)");

  private final String smt;

  Sort(String smt) {
    this.smt = smt;
  }

  /** Its name in SMT-LIB. */
  public String smt() {
    return smt;
  }

  /** The sort of an array of these. */
  Sort array() {
    return switch (this) {
      case BOOLEAN -> BOOLEANS;
      case INTEGER -> INTEGERS;
      case TEXT -> TEXTS;
      default -> throw new IllegalArgumentException("no arrays of " + this);
    };
  }
}
