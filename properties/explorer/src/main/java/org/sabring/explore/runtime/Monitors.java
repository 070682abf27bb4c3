package org.sabring.explore.runtime;

import java.util.Objects;
import org.sabring.explore.runtime.Access.Kind;

/** Monitors, parking and interrupts, as the code of a side uses them. */
final class Monitors {

  /** Time-outs that a method without one has. */
  static final long FOREVER = Long.MAX_VALUE;

  private Monitors() {}

  private static int location(Execution execution, Object monitor) {
    int location =
        execution.locationOf(monitor, LocationTable.MONITOR, org.sabring.explore.runtime.Kind.INT);
    execution.useLock(location);
    return location;
  }

  static void enter(Object monitor) {
    Execution execution = Execution.current();
    Objects.requireNonNull(monitor);
    if (!execution.isDirect()) {
      execution.answer(Access.of(Kind.LOCK, location(execution, monitor), 1));
    }
  }

  static boolean tryEnter(Object monitor) {
    Execution execution = Execution.current();
    return execution.isDirect()
        || execution.answer(Access.of(Kind.TRY_LOCK, location(execution, monitor), 1)) == 1;
  }

  /** Takes the monitor, or gives up when the time is up; whether it took it. */
  static boolean tryEnter(Object monitor, long nanos) {
    Execution execution = Execution.current();
    if (execution.isDirect()) {
      return true;
    }
    boolean taken =
        execution.answer(Access.waiting(Kind.LOCK, location(execution, monitor), 1, nanos)) == 1;
    execution.timePasses(taken ? 1 : nanos);
    return taken;
  }

  static void exit(Object monitor) {
    Execution execution = Execution.current();
    if (execution.isDirect() || execution.isStopped()) {
      return;
    }
    if (execution.answer(Access.of(Kind.UNLOCK, location(execution, monitor), 0)) < 0) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
  }

  /** Gives the monitor back, sleeps, and takes it again. */
  static Woken await(Object monitor, Object condition, long nanos, boolean interruptibly) {
    Execution execution = Execution.current();
    if (execution.isDirect()) {
      throw Refused.of("a wait before the sides begin", "nobody could wake it");
    }
    int lock = location(execution, monitor);
    int place = monitor == condition ? lock : location(execution, condition);
    Access wait =
        Access.waiting(Kind.MONITOR_WAIT, lock, waitArgument(place, interruptibly), nanos);
    long answer = execution.answer(wait);
    if (answer < 0) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
    Woken woken = Woken.of(answer);
    execution.timePasses(woken == Woken.TIMED_OUT ? nanos : 1);
    execution.answer(Access.of(Kind.LOCK, lock, answer >> Woken.BITS));
    return woken;
  }

  /** Where it waits, and whether an interrupt ends that. */
  private static long waitArgument(int place, boolean interruptibly) {
    return place * 2L + (interruptibly ? 1 : 0);
  }

  static void await(Object monitor, long nanos) throws InterruptedException {
    if (await(monitor, monitor, nanos, true) == Woken.INTERRUPTED) {
      throw new InterruptedException();
    }
  }

  static void signal(Object monitor, Object condition, boolean all) {
    Execution execution = Execution.current();
    if (execution.isDirect()) {
      return;
    }
    int lock = location(execution, monitor);
    int place = monitor == condition ? lock : location(execution, condition);
    Access signal = Access.of(Kind.MONITOR_NOTIFY, lock, place * 2L + (all ? 1 : 0));
    if (execution.answer(signal) < 0) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
  }

  static boolean holds(Object monitor) {
    Execution execution = Execution.current();
    if (execution.isDirect()) {
      return false;
    }
    Access look = Access.of(Kind.TRY_LOCK, location(execution, monitor), 0);
    return execution.answer(look) == 1;
  }

  static void park(long nanos) {
    Execution execution = Execution.current();
    if (execution.isDirect()) {
      return;
    }
    int permit = permit(execution, execution.side());
    Woken woken = Woken.of(execution.answer(Access.waiting(Kind.PARK, permit, 0, nanos)));
    execution.timePasses(woken == Woken.TIMED_OUT ? nanos : 1);
  }

  private static int permit(Execution execution, int side) {
    return execution.locationOf(
        execution.heap().thread(side), LocationTable.PERMIT, org.sabring.explore.runtime.Kind.INT);
  }

  static void unpark(Thread thread) {
    Execution execution = Execution.current();
    if (!execution.isDirect() && thread != null) {
      int side = execution.heap().sideOf(thread);
      int permit = permit(execution, side);
      execution.answer(Access.of(Kind.UNPARK, permit, side));
    }
  }

  static Thread currentThread() {
    Execution execution = Execution.current();
    return execution.heap().thread(execution.side());
  }

  static boolean interrupted(boolean clears) {
    Execution execution = Execution.current();
    return !execution.isDirect()
        && execution.answer(Access.of(Kind.INTERRUPTED, 0, clears ? 1 : 0)) == 1;
  }

  static boolean isInterrupted(Thread thread) {
    Execution execution = Execution.current();
    int side = execution.heap().sideOf(thread);
    if (side != execution.side()) {
      throw Refused.of("Thread.isInterrupted of another side", "let each side look at its own");
    }
    return interrupted(false);
  }

  static void interrupt(Thread thread) {
    Execution execution = Execution.current();
    if (!execution.isDirect()) {
      int side = execution.heap().sideOf(thread);
      execution.answer(Access.of(Kind.INTERRUPT, 0, side));
    }
  }

  static void sleep(long nanos) throws InterruptedException {
    if (interrupted(true)) {
      throw new InterruptedException();
    }
    Execution.current().timePasses(Math.max(nanos, 1));
  }
}
