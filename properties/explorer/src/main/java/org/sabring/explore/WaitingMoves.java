package org.sabring.explore;

import static org.sabring.explore.Moving.outside;
import static org.sabring.explore.Moving.step;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.sabring.explore.Waiting.Place;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Memory.Read;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.Access.Limit;
import org.sabring.explore.runtime.Stage;
import org.sabring.explore.runtime.Stage.Turn;
import org.sabring.explore.runtime.Woken;

/** The steps that have to do with waiting: by sleeping, or by asking to be told. */
final class WaitingMoves {

  private final Moving moving;

  WaitingMoves(Moving moving) {
    this.moving = moving;
  }

  /** What may end the sleep of a side. */
  void addWaking(List<Move> moves, State state, int side) {
    Memory memory = state.memory();
    Access access = Objects.requireNonNull(state.at(side).access);
    if (access.kind() == Kind.WAIT && state.waiting().isInterrupted(side)) {
      addLeaving(moves, state, side, access);
    }
    if (access.limit() == Limit.SOME_TIME) {
      Step step = outside(side, Step.TIMES_OUT);
      moves.add(moving.move(state, step, memory, draft -> draft.wake(side, Woken.TIMED_OUT)));
    }
    if (state.chances().spurious() > 0) {
      Consumer<Draft> wakes =
          draft -> {
            draft.spendSpurious();
            draft.wake(side, Woken.OK);
          };
      moves.add(moving.move(state, outside(side, Step.SPURIOUS), memory, wakes));
    }
    if (state.chances().interrupts() > 0 && !state.waiting().isInterrupted(side)) {
      Consumer<Draft> wakes =
          draft -> {
            draft.spendInterrupt();
            ThreadMoves.interrupted(draft, state, side, true);
          };
      moves.add(moving.move(state, outside(side, Step.INTERRUPTED), memory, wakes));
    }
  }

  /** Who finds that it was interrupted leaves the list, unless it is notified before that. */
  private void addLeaving(List<Move> moves, State state, int side, Access access) {
    Step step = step(side, 0, access, Woken.INTERRUPTED.answer(), 0);
    Consumer<Draft> leaves =
        draft -> {
          draft.interrupt(side, false);
          draft.wake(side, Woken.INTERRUPTED);
        };
    moves.add(moving.move(state, step, ThreadMoves.found(moving, side, state.memory()), leaves));
  }

  /** A question may be answered for no reason. */
  void addTelling(List<Move> moves, State state, int side) {
    boolean may = state.chances().spurious() > 0 && !state.isAsleep(side);
    Place asked = may ? state.waiting().asked(side) : null;
    if (asked != null) {
      Consumer<Draft> tells =
          draft -> {
            draft.spendSpurious();
            draft.reach(asked);
          };
      moves.add(moving.move(state, outside(side, Step.SPURIOUS), state.memory(), tells));
    }
  }

  void addWaits(List<Move> moves, State state, int side, Access access) {
    Memory locked = state.memory().locked(moving.known(side), access.location());
    int option = 0;
    for (Read read : locked.loads(moving.known(side), access.location(), Mode.VOLATILE)) {
      boolean equal = read.value() == access.argument();
      boolean sleeps = equal && access.limit() != Limit.NO_TIME;
      Woken at = equal ? Woken.TIMED_OUT : Woken.NOT_EQUAL;
      long answer = sleeps ? Step.ASLEEP : at.answer();
      Step step = step(side, option++, access, answer, read.age());
      Consumer<Draft> change =
          sleeps ? draft -> draft.sleep(side) : draft -> draft.answer(side, answer);
      moves.add(moving.move(state, step, read.memory(), change));
    }
  }

  /** As a wait, but nobody sleeps. */
  void addAsking(List<Move> moves, State state, int side, Access access) {
    Memory locked = state.memory().locked(moving.known(side), access.location());
    int number = state.waiting().free(side);
    int option = 0;
    for (Read read : locked.loads(moving.known(side), access.location(), Mode.VOLATILE)) {
      boolean listed = read.value() == access.argument();
      int answer = listed ? Stage.LISTED : Stage.NOT_EQUAL;
      Step step = step(side, option++, access, answer, read.age());
      Consumer<Draft> change =
          draft -> {
            if (listed) {
              draft.list(Waiting.question(side, access.location(), number));
            }
            draft.answer(side, answer);
          };
      moves.add(moving.move(state, step, read.memory(), change));
    }
  }

  void addTakingBack(List<Move> moves, State state, int side, Access access) {
    boolean listed = state.waiting().isListed(side, access.argument());
    int answer = listed ? 1 : 0;
    Memory locked = state.memory().locked(moving.known(side), access.location());
    Consumer<Draft> change =
        draft -> {
          if (listed) {
            draft.takeBack(side, access.argument());
          }
          draft.answer(side, answer);
        };
    moves.add(moving.move(state, step(side, 0, access, answer, 0), locked, change));
  }

  /**
   * What may come next on a loop; nothing if it sleeps. Who hears that it was told learns nothing
   * of the memory by that, no more than who is woken: a real loop's lock would order more.
   */
  void addTurns(List<Move> moves, State state, int side, Access access) {
    for (Turn turn : List.of(Turn.RUN, Turn.ACT)) {
      if ((access.argument() & 1 << turn.answer()) != 0) {
        int answer = turn.answer();
        Step step = step(side, answer, access, answer, 0);
        moves.add(moving.move(state, step, state.memory(), draft -> draft.answer(side, answer)));
      }
    }
    Place told = state.waiting().toldTo(side);
    if (told != null) {
      int option = Turn.TOLD.answer();
      int answer = option + told.question();
      Consumer<Draft> hears =
          draft -> {
            draft.hear(told);
            draft.answer(side, answer);
          };
      Step step = step(side, option, access, answer, 0);
      moves.add(moving.move(state, step, state.memory(), hears));
    }
  }

  void addNotify(List<Move> moves, State state, int side, Access access) {
    List<Place> woken = state.waiting().oldest(access.location(), access.argument());
    Step step = step(side, 0, access, woken.size(), 0);
    Consumer<Draft> change =
        draft -> {
          draft.answer(side, woken.size());
          woken.forEach(draft::reach);
        };
    moves.add(
        moving.move(
            state, step, state.memory().locked(moving.known(side), access.location()), change));
  }
}
