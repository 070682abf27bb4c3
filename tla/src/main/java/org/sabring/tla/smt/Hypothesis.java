package org.sabring.tla.smt;

import org.sabring.tla.smt.translate.Term;

/**
 * What a proof obligation may use.
 *
 * @param name for people; no two conjuncts of an invariant have the same
 */
record Hypothesis(Kind kind, String name, Term term) {

  /** Where it comes from. */
  enum Kind {
    ASSUMPTION,
    /** A conjunct of the invariant. */
    INVARIANT,
    /** The initial condition, or what a specification says beside it. */
    INITIAL,
    ACTION
  }
}
