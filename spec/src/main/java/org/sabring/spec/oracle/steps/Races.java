package org.sabring.spec.oracle.steps;

import java.util.ArrayList;
import java.util.List;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Rule;

/** Work on a slot that nothing orders after the other side's, in this run. */
final class Races {

  /**
   * A race that is none if the other side has released a word that is no part of the ring.
   *
   * @param side who would have acquired it
   * @param value what it loaded there
   * @param reached how far it knew that the other side had come: released after that, and before
   *     the other side goes on
   */
  record Excused(RingSide side, int value, long reached, BrokenPromise broken) {}

  private final List<Excused> excused = new ArrayList<>();

  /** The races that another word may have ordered: the first for each value of one. */
  List<Excused> excused() {
    return excused;
  }

  /**
   * Looks for a race.
   *
   * @param position how far a side must know, in the order of happens-before, that the other has
   *     come
   * @throws BrokenPromise if it does not, and no other word may have told it: whether one did, only
   *     the rest of the recording tells
   */
  void check(Rule rule, RingAction action, long position, SideState own, String consequence)
      throws BrokenPromise {
    if (position < own.acquired()) {
      return;
    }
    BrokenPromise broken = race(rule, action, own, consequence);
    if (position >= own.excused()) {
      throw broken;
    }
    boolean known =
        excused.stream().anyMatch(e -> e.side() == own.side && e.value() == own.excuse());
    if (!known) {
      excused.add(new Excused(own.side, own.excuse(), own.known(), broken));
    }
  }

  private static BrokenPromise race(
      Rule rule, RingAction action, SideState own, String consequence) {
    RingAction look = own.unordered();
    String load =
        look == null
            ? "a load"
            : "the load of line "
                + look.access().line()
                + " ("
                + look.access().mode().label()
                + ")";
    String pair =
        look != null && look.access().mode().acquires()
            ? "what " + load + " saw was stored without release"
            : load + " does not acquire";
    return new BrokenPromise(
        rule,
        action.access(),
        "in this run nothing orders it after the other side's work on the slot, for "
            + pair
            + ": "
            + consequence,
        "a release store of the cursor, and an acquire load of it");
  }
}
