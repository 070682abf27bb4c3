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

/** Hooks for locks: the monitors of objects, and those of {@code java.util.concurrent}. */
public final class Locks {

  /** Time-outs that a method without one has. */
  static final long FOREVER = Long.MAX_VALUE;

  private Locks() {}

  private static int location(Execution execution, Object object) {
    int location = execution.objects().locationOf(object, LocationTable.MONITOR, ValueKind.INT);
    execution.use(location, true, Mode.OPAQUE);
    return location;
  }

  /** An access to a object; what it answers. */
  private static long answer(Execution execution, Kind kind, Object object, long argument) {
    return execution.answer(Access.of(kind, location(execution, object), argument));
  }

  public static void enter(Object object) {
    Execution execution = Execution.current();
    Objects.requireNonNull(object);
    if (!execution.isDirect()) {
      answer(execution, Kind.LOCK, object, 1);
    }
  }

  static boolean tryEnter(Object object) {
    Execution execution = Execution.current();
    return execution.isDirect() || answer(execution, Kind.TRY_LOCK, object, 1) == 1;
  }

  /** Takes the object, or gives up when the time is up; whether it took it. */
  static boolean tryEnter(Object object, long nanos) {
    Execution execution = Execution.current();
    if (execution.isDirect()) {
      return true;
    }
    Access lock = Access.waiting(Kind.LOCK, location(execution, object), 1, nanos);
    boolean taken = execution.answer(lock) == 1;
    execution.clock().pass(taken ? 1 : nanos);
    return taken;
  }

  public static void exit(Object object) {
    Execution execution = Execution.current();
    if (!execution.isDirect() && !execution.isStopped()) {
      checkOwner(answer(execution, Kind.UNLOCK, object, 0));
    }
  }

  private static void checkOwner(long answer) {
    if (answer < 0) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
  }

  public static boolean holdsLock(Object object) {
    Execution execution = Execution.current();
    Objects.requireNonNull(object);
    return !execution.isDirect() && answer(execution, Kind.TRY_LOCK, object, 0) == 1;
  }

  /** Gives the object back, sleeps, and takes it again. */
  static Woken await(Object object, Object condition, long nanos, boolean interruptibly) {
    Execution execution = Execution.current();
    if (execution.isDirect()) {
      throw Refused.of("a wait before the sides begin", "nobody could wake it");
    }
    int lock = location(execution, object);
    long argument = argument(execution, lock, object, condition, interruptibly);
    long answer = execution.answer(Access.waiting(Kind.MONITOR_WAIT, lock, argument, nanos));
    checkOwner(answer);
    Woken woken = Woken.of(answer);
    execution.clock().pass(woken == Woken.TIMED_OUT ? nanos : 1);
    execution.answer(Access.of(Kind.LOCK, lock, answer >> Woken.BITS));
    return woken;
  }

  /** Which wait set, and one bit more. */
  private static long argument(
      Execution execution, int lock, Object object, Object condition, boolean flag) {
    int place = object == condition ? lock : location(execution, condition);
    return place * 2L + (flag ? 1 : 0);
  }

  static void signal(Object object, Object condition, boolean all) {
    Execution execution = Execution.current();
    if (!execution.isDirect()) {
      int lock = location(execution, object);
      long argument = argument(execution, lock, object, condition, all);
      checkOwner(execution.answer(Access.of(Kind.MONITOR_NOTIFY, lock, argument)));
    }
  }

  private static void sleep(Object object, long nanos) throws InterruptedException {
    if (await(object, object, nanos, true) == Woken.INTERRUPTED) {
      throw new InterruptedException();
    }
  }

  public static void waitOn(Object object) throws InterruptedException {
    sleep(object, FOREVER);
  }

  public static void waitOn(Object object, long millis) throws InterruptedException {
    sleep(object, millis == 0 ? FOREVER : TimeUnit.MILLISECONDS.toNanos(millis));
  }

  public static void waitOn(Object object, long millis, int nanos) throws InterruptedException {
    waitOn(object, nanos > 0 ? millis + 1 : millis);
  }

  public static void notifyOne(Object object) {
    signal(object, object, false);
  }

  public static void notifyEvery(Object object) {
    signal(object, object, true);
  }
}
