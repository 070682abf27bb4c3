package org.sabring.explore;

import static org.sabring.explore.Moving.outside;
import static org.sabring.explore.Moving.step;

import java.util.List;
import java.util.function.Consumer;
import org.sabring.explore.Waiting.Place;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Limit;
import org.sabring.explore.runtime.Woken;

/** The steps that have to do with monitors. */
final class MonitorMoves {

  private final Moving moving;

  MonitorMoves(Moving moving) {
    this.moving = moving;
  }

  void add(List<Move> moves, State state, int side, Access access, Memory memory) {
    switch (access.kind()) {
      case LOCK -> lock(moves, state, side, access, memory);
      case TRY_LOCK -> tryLock(moves, state, side, access, memory);
      case UNLOCK -> unlock(moves, state, side, access, memory);
      case MONITOR_WAIT -> sleep(moves, state, side, access, memory);
      case MONITOR_NOTIFY -> signal(moves, state, side, access, memory);
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
    move(moves, state, side, 0, access, memory, answer, change);
  }

  private void move(
      List<Move> moves,
      State state,
      int side,
      int option,
      Access access,
      Memory memory,
      long answer,
      Consumer<Draft> change) {
    moves.add(
        moving.move(
            state,
            step(side, option, access, answer, 0),
            memory,
            draft -> {
              change.accept(draft);
              draft.answer(side, answer);
            }));
  }

  /** Possible when the monitor is free, or the side's own. */
  private void lock(List<Move> moves, State state, int side, Access access, Memory memory) {
    int lock = access.location();
    if (state.waiting().isFreeFor(side, lock)) {
      int depth = state.waiting().depth(side, lock) + (int) access.argument();
      move(
          moves,
          state,
          side,
          access,
          memory.acquired(moving.known(side), lock),
          1,
          d -> d.hold(side, lock, depth));
    }
    if (access.limit() == Limit.SOME_TIME) {
      Step late = outside(side, Step.TIMES_OUT);
      moves.add(moving.move(state, late, memory, draft -> draft.answer(side, 0)));
    }
  }

  private void tryLock(List<Move> moves, State state, int side, Access access, Memory memory) {
    int lock = access.location();
    int depth = state.waiting().depth(side, lock);
    if (access.argument() == 0) {
      move(moves, state, side, access, memory, depth > 0 ? 1 : 0, draft -> {});
    } else if (state.waiting().isFreeFor(side, lock)) {
      move(
          moves,
          state,
          side,
          access,
          memory.acquired(moving.known(side), lock),
          1,
          draft -> draft.hold(side, lock, depth + 1));
    } else {
      move(moves, state, side, access, memory, 0, draft -> {});
    }
  }

  private void unlock(List<Move> moves, State state, int side, Access access, Memory memory) {
    int lock = access.location();
    int depth = state.waiting().depth(side, lock);
    Memory after = depth == 1 ? memory.released(moving.known(side), lock) : memory;
    move(moves, state, side, access, after, depth == 0 ? -1 : 0, draft -> draft.unlock(side, lock));
  }

  /** The argument says where it waits, and whether an interrupt ends that. */
  private void sleep(List<Move> moves, State state, int side, Access access, Memory memory) {
    int lock = access.location();
    int depth = state.waiting().depth(side, lock);
    boolean interruptible = (access.argument() & 1) == 1;
    if (depth == 0) {
      move(moves, state, side, access, memory, -1, draft -> {});
    } else if (interruptible && state.waiting().isInterrupted(side)) {
      long answer = Moving.woken(Woken.INTERRUPTED, 0);
      Memory found = ThreadMoves.found(moving, side, memory);
      move(moves, state, side, access, found, answer, draft -> draft.interrupt(side, false));
    } else if (access.limit() == Limit.NO_TIME) {
      move(moves, state, side, access, memory, Moving.woken(Woken.TIMED_OUT, 0), draft -> {});
    } else {
      int place = (int) (access.argument() >> 1);
      Step step = step(side, 0, access, Step.ASLEEP, 0);
      moves.add(
          moving.move(
              state,
              step,
              memory.released(moving.known(side), lock),
              draft -> {
                draft.hold(side, lock, 0);
                draft.sleep(side, place, depth);
              }));
    }
  }

  /** A monitor wakes any of those that wait; a condition the one that has waited longest. */
  private void signal(List<Move> moves, State state, int side, Access access, Memory memory) {
    int lock = access.location();
    int place = (int) (access.argument() >> 1);
    boolean all = (access.argument() & 1) == 1;
    List<Place> waiters = state.waiting().oldest(place, Long.MAX_VALUE);
    if (state.waiting().depth(side, lock) == 0) {
      move(moves, state, side, access, memory, -1, draft -> {});
    } else if (all || waiters.isEmpty()) {
      move(
          moves,
          state,
          side,
          access,
          memory,
          waiters.size(),
          draft -> waiters.forEach(draft::reach));
    } else {
      List<Place> some = place == lock ? waiters : waiters.subList(0, 1);
      for (int i = 0; i < some.size(); i++) {
        Place one = some.get(i);
        move(moves, state, side, i, access, memory, 1, draft -> draft.reach(one));
      }
    }
  }
}
