package org.sabring.tla.smt;

import java.util.List;
import java.util.Map;
import org.sabring.tla.smt.translate.Term;

/**
 * Proof obligations with the same hypotheses: the initial condition, an action, or the invariant
 * alone.
 *
 * @param name the action; or {@code Init}, or {@code Invariant}
 * @param step whether it is about a step, from a state to the next
 * @param hypotheses what may be used, by name
 * @param goals what must follow
 */
record Group(String name, boolean step, Map<String, Term> hypotheses, List<Goal> goals) {

  /** The same hypotheses with other goals. */
  Group with(List<Goal> others) {
    return new Group(name, step, hypotheses, others);
  }
}
