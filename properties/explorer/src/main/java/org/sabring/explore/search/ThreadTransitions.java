package org.sabring.explore.search;

import org.jspecify.annotations.Nullable;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.Access.Limit;
import org.sabring.explore.runtime.Woken;

/**
 * The transitions of parking and of interrupts. Parking and unparking keep their order with
 * volatile accesses, as {@code LockSupport} says; an interrupt hands over what is known.
 */
final class ThreadTransitions {

  private ThreadTransitions() {}

  /** Adds them; false if the access is another. */
  static boolean add(EnabledSteps to) {
    Access access = to.access();
    int target = (int) access.argument();
    switch (access.kind()) {
      case PARK -> park(to, access);
      case UNPARK -> unpark(to, target);
      case INTERRUPT -> interrupt(to, target);
      case INTERRUPTED -> interrupted(to, access);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void park(EnabledSteps to, Access access) {
    Memory after = to.memory.ordered(to.known);
    Waiting waiting = to.state.waiting();
    if (waiting.hasPermit(to.side)) {
      to.answer(Woken.OK.answer(), after, next -> next.permit(to.side, false));
    } else if (waiting.isInterrupted(to.side)) {
      to.answer(Woken.OK, after);
    } else if (access.limit() == Limit.NO_TIME) {
      to.answer(Woken.TIMED_OUT, after);
    } else {
      to.sleep(access.location(), 0, after, next -> {});
    }
  }

  /** What a side sleeps in; null if it does not. */
  private static @Nullable Access bed(State state, int side) {
    return state.isAsleep(side) ? state.at(side).access : null;
  }

  private static boolean isParked(State state, int side) {
    Access bed = bed(state, side);
    return bed != null && bed.kind() == Kind.PARK;
  }

  private static void unpark(EnabledSteps to, int target) {
    Memory after = to.memory.ordered(to.known);
    if (to.state.at(target).isDone()) {
      to.answer(0, after);
    } else if (isParked(to.state, target)) {
      to.answer(0, after, next -> next.wake(target, Woken.OK));
    } else {
      to.answer(0, after, next -> next.permit(target, true));
    }
  }

  private static void interrupt(EnabledSteps to, int target) {
    if (target >= to.state.at().size()) {
      to.answer(0, to.memory);
      return;
    }
    Memory told = to.memory.released(to.known, lockOf(target));
    Memory after = endsByInterrupt(bed(to.state, target)) ? found(to, target, told) : told;
    to.answer(0, after, next -> interrupted(next, to.state, target, false));
  }

  /** Where the memory keeps what an interrupt of a side hands over: as a lock of its own. */
  private static int lockOf(int side) {
    return -1 - side;
  }

  /** After a side has found that it was interrupted. */
  static Memory found(EnabledSteps to, int side, Memory memory) {
    return memory.acquired(to.ground.known(side), lockOf(side));
  }

  /** Whether who sleeps there throws as soon as it is interrupted. */
  private static boolean endsByInterrupt(@Nullable Access bed) {
    return bed != null && bed.kind() == Kind.MONITOR_WAIT && (bed.argument() & 1) == 1;
  }

  /**
   * An interrupt comes to a side: it ends a sleep, or is remembered. Who waits on a word leaves the
   * waiter list at once, if the interrupt comes just then, or later, if nobody notifies it before.
   */
  static void interrupted(NextState next, State state, int target, boolean atOnce) {
    Access bed = bed(state, target);
    if (endsByInterrupt(bed) || (bed != null && bed.kind() == Kind.WAIT && atOnce)) {
      next.wake(target, Woken.INTERRUPTED);
      return;
    }
    next.interrupt(target, true);
    if (isParked(state, target)) {
      next.wake(target, Woken.OK);
    }
  }

  /**
   * Who finds that it was interrupted knows all that was known to who interrupted it. An interrupt
   * that comes from outside may come just before somebody looks.
   */
  private static void interrupted(EnabledSteps to, Access access) {
    int side = to.side;
    boolean is = to.state.waiting().isInterrupted(side);
    boolean clears = access.argument() == 1;
    Memory found = is ? found(to, side, to.memory) : to.memory;
    to.answer(is ? 1 : 0, found, next -> next.interrupt(side, is && !clears));
    if (!is && to.state.chances().interrupts() > 0) {
      to.special(
          Step.INTERRUPTED,
          access,
          1,
          to.memory,
          next -> {
            next.spend(Step.INTERRUPTED);
            next.interrupt(side, !clears);
            next.answer(side, 1);
          });
    }
  }
}
