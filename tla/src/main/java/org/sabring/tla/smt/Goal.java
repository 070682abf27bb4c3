package org.sabring.tla.smt;

import org.sabring.tla.smt.translate.Smt;
import org.sabring.tla.smt.translate.Term;

/**
 * A proof obligation: what has to follow from the hypotheses of a group.
 *
 * @param kind which part of the argument it is
 * @param name the conjunct or the promise
 * @param defined that no unspecified value matters for it
 * @param claim what must hold
 */
record Goal(Kind kind, String name, Term defined, Term claim) {

  /** What must follow: that it says something, and that it is so. */
  Term term() {
    return Smt.and(defined, claim);
  }

  /** The parts of the argument. */
  enum Kind {
    /**
     * What the group is about asks for no value that TLA+ leaves unspecified. To follow from the
     * other hypotheses alone: what asks for one must not be taken to hold.
     */
    DEFINED,
    /** A conjunct of the invariant. */
    CONJUNCT,
    /** A promise about states. */
    STATE,
    /** A promise about the first state or about steps. */
    STEP,
    /** A promise that something comes some day: its ranking. */
    SOME_DAY
  }
}
