package org.sabring.spec.oracle.steps;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
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

  /** What a side has loaded of another word. */
  private record Loaded(RingSide side, int value) {}

  /** Of a word that takes ever more values, such as the number of a lock's holder, the first. */
  private static final int MANY = 10_000;

  private final Map<Loaded, Excused> excused = new LinkedHashMap<>();

  /** The races that another word may have ordered: the first for each value of one. */
  Collection<Excused> excused() {
    return excused.values();
  }

  /**
   * Looks for a race.
   *
   * @param position how far a side must know, in the order of happens-before, that the other has
   *     come
   * @throws BrokenPromise if it does not, and no other word may have told it: whether one did, only
   *     the rest of the recording tells
   */
  void check(
      Rule rule, RingAction action, long position, SideState own, Supplier<String> consequence)
      throws BrokenPromise {
    if (position < own.acquired()) {
      return;
    }
    if (position >= own.excused()) {
      throw race(rule, action, own, consequence.get());
    }
    Loaded loaded = new Loaded(own.side, own.excuse());
    if (excused.size() < MANY && !excused.containsKey(loaded)) {
      BrokenPromise broken = race(rule, action, own, consequence.get());
      excused.put(loaded, new Excused(own.side, own.excuse(), own.known(), broken));
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
