package org.sabring.properties.explore.race;

import java.util.ArrayList;
import java.util.List;
import org.sabring.explore.Menu;
import org.sabring.explore.Operation;
import org.sabring.ring.Offered;
import org.sabring.ring.Taken;
import org.sabring.spec.race.RaceCall;

/**
 * The calls of a side, in order. One that the side may give up is a choice each time: to make it
 * once more if it comes to nothing, or to make it for the last time. So the explorer knows no
 * number of attempts, and whatever jcstress allows itself is covered.
 *
 * @param calls for each call its operations: the last attempt, and one that may be repeated
 * @param at the next of them
 */
record RaceMenu(List<List<Operation<RaceSide>>> calls, int at) implements Menu<RaceSide> {

  /** A call, and whether its answer counts if it comes to nothing. */
  record Attempt(RaceCall call, boolean last) {

    /** Whether it is as if it had not been made. */
    boolean isNothing(Object answer) {
      return !last && isNotYet(answer);
    }

    @Override
    public String toString() {
      return call + (last ? "" : ", again");
    }
  }

  private static boolean isNotYet(Object answer) {
    return answer.equals(Offered.FULL.name()) || answer.equals(Taken.EMPTY.name());
  }

  static RaceMenu of(List<RaceCall> calls) {
    List<List<Operation<RaceSide>>> all = new ArrayList<>();
    for (RaceCall call : calls) {
      all.add(
          call.orGiveUp()
              ? List.of(once(call, true), once(call, false))
              : List.of(once(call, true)));
    }
    return new RaceMenu(List.copyOf(all), 0);
  }

  static Operation<RaceSide> once(RaceCall call, boolean last) {
    return Operation.of(new Attempt(call, last), side -> side.make(call));
  }

  @Override
  public List<Operation<RaceSide>> choices() {
    return at < calls.size() ? calls.get(at) : List.of();
  }

  @Override
  public Menu<RaceSide> after(Operation<RaceSide> called, Object answer) {
    Attempt attempt = (Attempt) called.call();
    if (attempt.isNothing(answer)) {
      return this;
    }
    boolean givesUp = attempt.call().orGiveUp() && isNotYet(answer);
    return new RaceMenu(calls, givesUp ? calls.size() : at + 1);
  }
}
