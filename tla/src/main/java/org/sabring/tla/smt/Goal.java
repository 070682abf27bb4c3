package org.sabring.tla.smt;

import org.sabring.tla.smt.translate.Term;

/**
 * A proof obligation: what has to follow from the hypotheses of a group.
 *
 * @param kind which part of the argument it is
 * @param name the conjunct or the promise
 * @param term what must hold, and that no unspecified value matters for it
 */
record Goal(Kind kind, String name, Term term) {

  /** The parts of the argument. */
  enum Kind {
    /** The hypotheses ask for no value that TLA+ leaves unspecified. */
    DEFINED,
    /** A conjunct of the invariant. */
    CONJUNCT,
    /** A promise about states. */
    STATE,
    /** A promise about the first state or about steps. */
    STEP
  }
}
