package org.sabring.explore;

import static org.sabring.explore.Moving.step;

import java.util.List;
import java.util.function.Consumer;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.Access.Limit;
import org.sabring.explore.runtime.Woken;

/**
 * The steps that have to do with parking and interrupts. Parking and unparking keep their order
 * with volatile accesses, as {@code LockSupport} says; an interrupt hands over what is known.
 */
final class ThreadMoves {

  private final Moving moving;

  ThreadMoves(Moving moving) {
    this.moving = moving;
  }

  void add(List<Move> moves, State state, int side, Access access, Memory memory) {
    switch (access.kind()) {
      case PARK -> park(moves, state, side, access, memory);
      case UNPARK -> unpark(moves, state, side, access, memory);
      case INTERRUPT -> interrupt(moves, state, side, access, memory);
      case INTERRUPTED -> interrupted(moves, state, side, access, memory);
      default -> throw new IllegalArgumentException("access=" + access);
    }
  }

  private void move(
      List<Move> moves,
      State state,
      int side,
      Access access,
      Memory memory,
      long answer,
      Consumer<Draft> change) {
    Step step = step(side, 0, access, answer, 0);
    moves.add(
        moving.move(
            state,
            step,
            memory,
            draft -> {
              change.accept(draft);
              draft.answer(side, answer);
            }));
  }

  private void park(List<Move> moves, State state, int side, Access access, Memory before) {
    Memory memory = before.ordered(moving.known(side));
    if (state.waiting().hasPermit(side)) {
      long answer = Woken.OK.answer();
      move(moves, state, side, access, memory, answer, draft -> draft.permit(side, false));
    } else if (state.waiting().isInterrupted(side)) {
      move(moves, state, side, access, memory, Woken.OK.answer(), draft -> {});
    } else if (access.limit() == Limit.NO_TIME) {
      move(moves, state, side, access, memory, Woken.TIMED_OUT.answer(), draft -> {});
    } else {
      Step step = step(side, 0, access, Step.ASLEEP, 0);
      moves.add(moving.move(state, step, memory, draft -> draft.sleep(side)));
    }
  }

  private static boolean isParked(State state, int side) {
    Access access = state.at(side).access;
    return state.isAsleep(side) && access != null && access.kind() == Kind.PARK;
  }

  private void unpark(List<Move> moves, State state, int side, Access access, Memory memory) {
    int target = (int) access.argument();
    boolean parked = isParked(state, target);
    Consumer<Draft> change =
        parked ? draft -> draft.wake(target, Woken.OK) : draft -> draft.permit(target, true);
    boolean matters = !state.at(target).isDone();
    Memory after = memory.ordered(moving.known(side));
    move(moves, state, side, access, after, 0, matters ? change : draft -> {});
  }

  private void interrupt(List<Move> moves, State state, int side, Access access, Memory memory) {
    int target = (int) access.argument();
    if (target >= moving.scene().players().size()) {
      move(moves, state, side, access, memory, 0, draft -> {});
      return;
    }
    Memory told = memory.released(moving.known(side), lockOf(target));
    Memory after = endsByInterrupt(state, target) ? found(moving, target, told) : told;
    move(moves, state, side, access, after, 0, draft -> interrupted(draft, state, target, false));
  }

  /** Where the memory keeps what an interrupt of a side hands over: as a lock of its own. */
  private static int lockOf(int side) {
    return -1 - side;
  }

  /** After a side has found that it was interrupted. */
  static Memory found(Moving moving, int side, Memory memory) {
    return memory.acquired(moving.known(side), lockOf(side));
  }

  /** Whether a side sleeps in a monitor, and throws as soon as it is interrupted. */
  private static boolean endsByInterrupt(State state, int target) {
    Access access = state.at(target).access;
    return state.isAsleep(target)
        && access != null
        && access.kind() == Kind.MONITOR_WAIT
        && (access.argument() & 1) == 1;
  }

  /**
   * An interrupt comes to a side: it ends a sleep, or is remembered. Who waits on a word leaves the
   * waiter list at once, if the interrupt comes just then, or later, if nobody notifies it before.
   */
  static void interrupted(Draft draft, State state, int target, boolean atOnce) {
    Access access = state.at(target).access;
    if (!state.isAsleep(target) || access == null) {
      draft.interrupt(target, true);
    } else if (access.kind() == Kind.PARK) {
      draft.interrupt(target, true);
      draft.wake(target, Woken.OK);
    } else if (endsByInterrupt(state, target) || (access.kind() == Kind.WAIT && atOnce)) {
      draft.wake(target, Woken.INTERRUPTED);
    } else {
      draft.interrupt(target, true);
    }
  }

  /**
   * Who finds that it was interrupted knows all that was known to who interrupted it. An interrupt
   * that comes from outside may come just before somebody looks.
   */
  private void interrupted(List<Move> moves, State state, int side, Access access, Memory memory) {
    boolean is = state.waiting().isInterrupted(side);
    boolean clears = access.argument() == 1;
    Memory found = is ? found(moving, side, memory) : memory;
    move(
        moves,
        state,
        side,
        access,
        found,
        is ? 1 : 0,
        draft -> draft.interrupt(side, is && !clears));
    if (!is && state.chances().interrupts() > 0) {
      Step step = new Step(side, Step.INTERRUPTED, access, 1, 0);
      moves.add(
          moving.move(
              state,
              step,
              memory,
              draft -> {
                draft.spendInterrupt();
                draft.interrupt(side, !clears);
                draft.answer(side, 1);
              }));
    }
  }
}
