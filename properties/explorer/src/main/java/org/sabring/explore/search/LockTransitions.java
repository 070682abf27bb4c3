package org.sabring.explore.search;

import java.util.List;
import org.sabring.explore.Step;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Limit;
import org.sabring.explore.runtime.Woken;
import org.sabring.explore.search.Waiting.Place;

/** The transitions of locks and of waiting on their conditions. */
final class LockTransitions {

  private LockTransitions() {}

  static void add(EnabledSteps to) {
    Access access = to.access();
    int depth = to.state.waiting().depth(to.side, access.location());
    switch (access.kind()) {
      case LOCK -> lock(to, access, depth);
      case TRY_LOCK -> tryLock(to, access, depth);
      case UNLOCK -> unlock(to, access.location(), depth);
      case MONITOR_WAIT -> sleep(to, access, depth);
      case MONITOR_NOTIFY -> signal(to, access, depth);
      default -> throw new IllegalArgumentException("access=" + access);
    }
  }

  /** Possible when the monitor is free, or the side's own. */
  private static void lock(EnabledSteps to, Access access, int depth) {
    if (to.state.waiting().isFreeFor(to.side, access.location())) {
      take(to, access.location(), depth + (int) access.argument());
    }
    if (access.limit().mayRunOut()) {
      to.outside(Step.TIMES_OUT, to.memory, next -> next.answer(to.side, 0));
    }
  }

  private static void tryLock(EnabledSteps to, Access access, int depth) {
    if (access.argument() == 0) {
      to.answer(depth > 0 ? 1 : 0, to.memory);
    } else if (to.state.waiting().isFreeFor(to.side, access.location())) {
      take(to, access.location(), depth + 1);
    } else {
      to.answer(0, to.memory);
    }
  }

  private static void take(EnabledSteps to, int lock, int depth) {
    Memory acquired = to.memory.acquired(to.known, lock);
    to.answer(1, acquired, next -> next.hold(to.side, lock, depth));
  }

  private static void unlock(EnabledSteps to, int lock, int depth) {
    Memory after = depth == 1 ? to.memory.released(to.known, lock) : to.memory;
    to.answer(depth == 0 ? -1 : 0, after, next -> next.unlock(to.side, lock));
  }

  /** The argument says where it waits, and whether an interrupt ends that. */
  private static void sleep(EnabledSteps to, Access access, int depth) {
    int lock = access.location();
    boolean interruptible = (access.argument() & 1) == 1;
    if (depth == 0) {
      to.answer(-1, to.memory);
    } else if (interruptible && to.state.waiting().isInterrupted(to.side)) {
      Memory found = ThreadTransitions.found(to, to.side, to.memory);
      to.answer(Woken.INTERRUPTED.answer(), found, next -> next.interrupt(to.side, false));
    } else if (access.limit() == Limit.NO_TIME) {
      to.answer(Woken.TIMED_OUT, to.memory);
    } else {
      int place = (int) (access.argument() >> 1);
      Memory released = to.memory.released(to.known, lock);
      to.sleep(place, depth, released, next -> next.hold(to.side, lock, 0));
    }
  }

  /** A monitor wakes any of those that wait; a condition the one that has waited longest. */
  private static void signal(EnabledSteps to, Access access, int depth) {
    int place = (int) (access.argument() >> 1);
    boolean all = (access.argument() & 1) == 1;
    List<Place> waiters = to.state.waiting().oldest(place, Long.MAX_VALUE);
    if (depth == 0) {
      to.answer(-1, to.memory);
    } else if (all || waiters.isEmpty()) {
      to.answer(waiters.size(), to.memory, next -> waiters.forEach(next::reach));
    } else {
      List<Place> some = place == access.location() ? waiters : waiters.subList(0, 1);
      some.forEach(one -> to.answer(1, to.memory, next -> next.reach(one)));
    }
  }
}
