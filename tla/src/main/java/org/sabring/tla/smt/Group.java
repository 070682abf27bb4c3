package org.sabring.tla.smt;

import java.util.List;

/**
 * Proof obligations with the same hypotheses: the initial condition, an action, or the invariant
 * alone.
 *
 * @param name the action, by a name that no other has; or {@code Init}, or {@code Invariant}
 * @param about the hypotheses that the group is about
 * @param hypotheses what may be used
 * @param goals what must follow; first that what the group is about is defined, which must follow
 *     from the other hypotheses
 */
record Group(String name, Hypothesis.Kind about, List<Hypothesis> hypotheses, List<Goal> goals) {

  /** Whether it is about a step, from a state to the next. */
  boolean step() {
    return about == Hypothesis.Kind.ACTION;
  }

  /** The hypotheses that come before what the group is about. */
  List<Hypothesis> given() {
    return hypotheses.stream().filter(hypothesis -> hypothesis.kind() != about).toList();
  }

  /** What the group is about. */
  List<Hypothesis> subject() {
    return hypotheses.stream().filter(hypothesis -> hypothesis.kind() == about).toList();
  }

  /** The same hypotheses with other goals. */
  Group with(List<Goal> others) {
    return new Group(name, about, hypotheses, others);
  }
}
