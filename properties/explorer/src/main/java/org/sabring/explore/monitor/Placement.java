package org.sabring.explore.monitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sabring.explore.monitor.SequentialModel.Applied;

/**
 * A partial linearization: the beginning of an order of calls that keeps each side's own, and in
 * which all have answered as they did.
 *
 * @param state the model's state after the calls that are placed
 * @param left of each side the calls that have returned, and are not placed, in its order
 */
record Placement<S>(S state, List<List<Heard>> left) {

  /**
   * A call that has returned.
   *
   * @param call the call, or the rest of it, if it is not atomic and has done a part of it
   * @param answer what it has answered
   * @param changes whether it is known to change the state
   */
  record Heard(Object call, Object answer, boolean changes) {}

  /** Before any call. */
  static <S> Placement<S> start(SequentialModel<S> model, int sides) {
    return new Placement<>(model.start(), Collections.nCopies(sides, List.of()));
  }

  boolean isPlaced(int side) {
    return left.get(side).isEmpty();
  }

  /** The same, when one call more has returned. */
  Placement<S> with(int side, Heard heard) {
    return left(state, side, PersistentCollections.and(left.get(side), heard));
  }

  /** The same in another state. */
  Placement<S> in(S other) {
    return new Placement<>(other, left);
  }

  /** What comes of placing the first call of a side that is left. */
  List<Placement<S>> next(SequentialModel<S> model, int side) {
    List<Heard> own = left.get(side);
    Heard first = own.get(0);
    List<Placement<S>> next = new ArrayList<>();
    for (Applied<S> applied : model.apply(state, side, first.call())) {
      boolean changes = first.changes() && applied.state().equals(state);
      List<Heard> others = new ArrayList<>(own.subList(1, own.size()));
      if (!applied.over()) {
        others.add(0, new Heard(applied.result(), first.answer(), changes));
        next.add(left(applied.state(), side, others));
      } else if (applied.result().equals(first.answer()) && !changes) {
        next.add(left(applied.state(), side, others));
      }
    }
    return next;
  }

  private Placement<S> left(S after, int side, List<Heard> heard) {
    return new Placement<>(after, PersistentCollections.with(left, side, List.copyOf(heard)));
  }
}
