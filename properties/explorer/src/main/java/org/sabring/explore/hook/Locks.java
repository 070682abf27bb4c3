package org.sabring.explore.hook;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.sabring.explore.memory.Mode;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.Execution;
import org.sabring.explore.runtime.LocationTable;
import org.sabring.explore.runtime.Refused;
import org.sabring.explore.runtime.ValueKind;
import org.sabring.explore.runtime.Woken;

/** Monitors, as the code of a side uses them, and locks, which are monitors too. */
public final class Locks {

  /** Time-outs that a method without one has. */
  static final long FOREVER = Long.MAX_VALUE;

  private Locks() {}

  private static int location(Execution execution, Object monitor) {
    int location = execution.objects().locationOf(monitor, LocationTable.MONITOR, ValueKind.INT);
    execution.use(location, true, Mode.OPAQUE);
    return location;
  }

  /** An access to a monitor; what it answers. */
  private static long answer(Execution execution, Kind kind, Object monitor, long argument) {
    return execution.answer(Access.of(kind, location(execution, monitor), argument));
  }

  public static void enter(Object monitor) {
    Execution execution = Execution.current();
    Objects.requireNonNull(monitor);
    if (!execution.isDirect()) {
      answer(execution, Kind.LOCK, monitor, 1);
    }
  }

  static boolean tryEnter(Object monitor) {
    Execution execution = Execution.current();
    return execution.isDirect() || answer(execution, Kind.TRY_LOCK, monitor, 1) == 1;
  }

  /** Takes the monitor, or gives up when the time is up; whether it took it. */
  static boolean tryEnter(Object monitor, long nanos) {
    Execution execution = Execution.current();
    if (execution.isDirect()) {
      return true;
    }
    Access lock = Access.waiting(Kind.LOCK, location(execution, monitor), 1, nanos);
    boolean taken = execution.answer(lock) == 1;
    execution.clock().pass(taken ? 1 : nanos);
    return taken;
  }

  public static void exit(Object monitor) {
    Execution execution = Execution.current();
    if (!execution.isDirect() && !execution.isStopped()) {
      checkOwner(answer(execution, Kind.UNLOCK, monitor, 0));
    }
  }

  private static void checkOwner(long answer) {
    if (answer < 0) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
  }

  public static boolean holdsLock(Object monitor) {
    Execution execution = Execution.current();
    Objects.requireNonNull(monitor);
    return !execution.isDirect() && answer(execution, Kind.TRY_LOCK, monitor, 0) == 1;
  }

  /** Gives the monitor back, sleeps, and takes it again. */
  static Woken await(Object monitor, Object condition, long nanos, boolean interruptibly) {
    Execution execution = Execution.current();
    if (execution.isDirect()) {
      throw Refused.of("a wait before the sides begin", "nobody could wake it");
    }
    int lock = location(execution, monitor);
    long argument = argument(execution, lock, monitor, condition, interruptibly);
    long answer = execution.answer(Access.waiting(Kind.MONITOR_WAIT, lock, argument, nanos));
    checkOwner(answer);
    Woken woken = Woken.of(answer);
    execution.clock().pass(woken == Woken.TIMED_OUT ? nanos : 1);
    execution.answer(Access.of(Kind.LOCK, lock, answer >> Woken.BITS));
    return woken;
  }

  /** Which wait set, and one bit more. */
  private static long argument(
      Execution execution, int lock, Object monitor, Object condition, boolean flag) {
    int place = monitor == condition ? lock : location(execution, condition);
    return place * 2L + (flag ? 1 : 0);
  }

  static void signal(Object monitor, Object condition, boolean all) {
    Execution execution = Execution.current();
    if (!execution.isDirect()) {
      int lock = location(execution, monitor);
      long argument = argument(execution, lock, monitor, condition, all);
      checkOwner(execution.answer(Access.of(Kind.MONITOR_NOTIFY, lock, argument)));
    }
  }

  private static void sleep(Object monitor, long nanos) throws InterruptedException {
    if (await(monitor, monitor, nanos, true) == Woken.INTERRUPTED) {
      throw new InterruptedException();
    }
  }

  public static void waitOn(Object monitor) throws InterruptedException {
    sleep(monitor, FOREVER);
  }

  public static void waitOn(Object monitor, long millis) throws InterruptedException {
    sleep(monitor, millis == 0 ? FOREVER : TimeUnit.MILLISECONDS.toNanos(millis));
  }

  public static void waitOn(Object monitor, long millis, int nanos) throws InterruptedException {
    waitOn(monitor, nanos > 0 ? millis + 1 : millis);
  }

  public static void notifyOne(Object monitor) {
    signal(monitor, monitor, false);
  }

  public static void notifyEvery(Object monitor) {
    signal(monitor, monitor, true);
  }
}
