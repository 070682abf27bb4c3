package org.sabring.explore.search;

import java.util.List;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Memory.Read;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.Access.Limit;
import org.sabring.explore.runtime.Stage;
import org.sabring.explore.runtime.Stage.Turn;
import org.sabring.explore.runtime.Woken;
import org.sabring.explore.search.Waiting.Place;

/** The transitions of waiting: by sleeping, or by asking to be told. */
final class WaitingTransitions {

  private WaitingTransitions() {}

  /** What may end the sleep of a side. */
  static void addWaking(EnabledSteps to) {
    int side = to.side;
    State state = to.state;
    boolean interrupted = state.waiting().isInterrupted(side);
    if (to.access().kind() == Kind.WAIT && interrupted) {
      addLeaving(to);
    }
    if (to.access().limit().mayRunOut()) {
      to.outside(Step.TIMES_OUT, next -> next.wake(side, Woken.TIMED_OUT));
    }
    if (state.chances().spurious() > 0) {
      to.outside(
          Step.SPURIOUS,
          next -> {
            next.spend(Step.SPURIOUS);
            next.wake(side, Woken.OK);
          });
    }
    if (state.chances().interrupts() > 0 && !interrupted) {
      to.outside(
          Step.INTERRUPTED,
          next -> {
            next.spend(Step.INTERRUPTED);
            ThreadTransitions.interrupted(next, state, side, true);
          });
    }
  }

  /** Who finds that it was interrupted leaves the list, unless it is notified before that. */
  private static void addLeaving(EnabledSteps to) {
    to.take(
        Woken.INTERRUPTED.answer(),
        0,
        ThreadTransitions.found(to, to.side, to.state.memory()),
        next -> {
          next.interrupt(to.side, false);
          next.wake(to.side, Woken.INTERRUPTED);
        });
  }

  /** A question may be answered for no reason. */
  static void addTelling(EnabledSteps to) {
    boolean may = to.state.chances().spurious() > 0 && !to.state.isAsleep(to.side);
    Place asked = may ? to.state.waiting().asked(to.side) : null;
    if (asked != null) {
      to.outside(
          Step.SPURIOUS,
          next -> {
            next.spend(Step.SPURIOUS);
            next.reach(asked);
          });
    }
  }

  /** Adds the steps of an access; false if it is another. */
  static boolean add(EnabledSteps to) {
    Access access = to.access();
    switch (access.kind()) {
      case WAIT -> addWaits(to, access);
      case NOTIFY -> {
        List<Place> woken = to.state.waiting().oldest(access.location(), access.argument());
        to.take(
            woken.size(),
            0,
            locked(to),
            next -> {
              next.answer(to.side, woken.size());
              woken.forEach(next::reach);
            });
      }
      case ASK -> addAsking(to, access);
      case TAKE_BACK -> {
        long question = access.argument();
        boolean listed = to.state.waiting().isListed(to.side, question);
        to.answer(
            listed ? 1 : 0,
            locked(to),
            next -> next.waits(w -> listed ? w.without(to.side, question) : w));
      }
      case TURN -> addTurns(to, access);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The memory for who has the lock of a waiter list. */
  private static Memory locked(EnabledSteps to) {
    return to.memory.locked(to.known, to.access().location());
  }

  /** What may be read under the lock of a waiter list. */
  private static List<Read> reads(EnabledSteps to) {
    return locked(to).loads(to.known, to.access().location(), Mode.VOLATILE);
  }

  private static void addWaits(EnabledSteps to, Access access) {
    for (Read read : reads(to)) {
      boolean equal = read.value() == access.argument();
      boolean sleeps = equal && access.limit() != Limit.NO_TIME;
      long awake = (equal ? Woken.TIMED_OUT : Woken.NOT_EQUAL).answer();
      Place place = Waiting.sleeper(to.side, access.location(), 0);
      to.take(
          sleeps ? Step.ASLEEP : awake,
          read.age(),
          read.memory(),
          sleeps ? next -> next.waits(w -> w.with(place)) : d -> d.answer(to.side, awake));
    }
  }

  /** As a wait, but nobody sleeps. */
  private static void addAsking(EnabledSteps to, Access access) {
    int number = to.state.waiting().free(to.side);
    for (Read read : reads(to)) {
      boolean listed = read.value() == access.argument();
      int answer = listed ? Stage.LISTED : Stage.NOT_EQUAL;
      Place question = Waiting.question(to.side, access.location(), number);
      to.take(
          answer,
          read.age(),
          read.memory(),
          next -> {
            next.waits(waiting -> listed ? waiting.with(question) : waiting);
            next.answer(to.side, answer);
          });
    }
  }

  /**
   * What may come next on a loop; nothing if it sleeps. Who hears that it was told learns nothing
   * of the memory by that, no more than who is woken: a real loop's lock would order more.
   */
  private static void addTurns(EnabledSteps to, Access access) {
    for (Turn turn : List.of(Turn.RUN, Turn.ACT)) {
      int answer = turn.answer();
      if ((access.argument() & 1 << answer) != 0) {
        to.take(answer, answer, 0, to.memory, next -> next.answer(to.side, answer));
      }
    }
    Place told = to.state.waiting().toldTo(to.side);
    if (told != null) {
      int answer = Turn.TOLD.answer() + told.question();
      to.take(
          Turn.TOLD.answer(),
          answer,
          0,
          to.memory,
          next -> {
            next.waits(waiting -> waiting.heard(told));
            next.answer(to.side, answer);
          });
    }
  }
}
