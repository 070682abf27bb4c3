package org.sabring.explore.hook;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.Access;
import org.sabring.explore.runtime.Access.Kind;
import org.sabring.explore.runtime.Execution;
import org.sabring.explore.runtime.LocationTable;
import org.sabring.explore.runtime.Refused;
import org.sabring.explore.runtime.ValueKind;
import org.sabring.explore.runtime.Woken;

/** Hooks for parking, interrupts and time. */
public final class Threads {

  private Threads() {}

  private static int permit(Execution execution, int side) {
    Thread thread = execution.heap().thread(side);
    return execution.objects().locationOf(thread, LocationTable.PERMIT, ValueKind.INT);
  }

  static void parkFor(long nanos) {
    Execution execution = Execution.current();
    if (!execution.isDirect()) {
      int permit = permit(execution, execution.side());
      Woken woken = Woken.of(execution.answer(Access.waiting(Kind.PARK, permit, 0, nanos)));
      execution.clock().pass(woken == Woken.TIMED_OUT ? nanos : 1);
    }
  }

  public static void park() {
    parkFor(Locks.FOREVER);
  }

  public static void parkNanos(long nanos) {
    if (nanos > 0) {
      parkFor(nanos);
    }
  }

  public static void parkUntil(long millis) {
    parkFor(Math.max(1, TimeUnit.MILLISECONDS.toNanos(millis) - nanoTime()));
  }

  public static void unpark(@Nullable Thread thread) {
    Execution execution = Execution.current();
    if (!execution.isDirect() && thread != null) {
      int side = execution.heap().sideOf(thread);
      execution.answer(Access.of(Kind.UNPARK, permit(execution, side), side));
    }
  }

  public static Thread currentThread() {
    Execution execution = Execution.current();
    return execution.heap().thread(execution.side());
  }

  /** What tells threads apart. */
  public static long threadId(Thread thread) {
    return Execution.current().objects().idOf(thread);
  }

  private static boolean interrupted(boolean clears) {
    Execution execution = Execution.current();
    return !execution.isDirect()
        && execution.answer(Access.of(Kind.INTERRUPTED, 0, clears ? 1 : 0)) == 1;
  }

  public static boolean interrupted() {
    return interrupted(true);
  }

  public static boolean isInterrupted(Thread thread) {
    Execution execution = Execution.current();
    if (execution.heap().sideOf(thread) != execution.side()) {
      throw Refused.of("Thread.isInterrupted of another side", "let each side look at its own");
    }
    return interrupted(false);
  }

  public static void interrupt(Thread thread) {
    Execution execution = Execution.current();
    if (!execution.isDirect()) {
      execution.answer(Access.of(Kind.INTERRUPT, 0, execution.heap().sideOf(thread)));
    }
  }

  /** Throws it if the side has been interrupted. */
  static void checkInterrupt() throws InterruptedException {
    if (interrupted()) {
      throw new InterruptedException();
    }
  }

  public static void sleep(long millis) throws InterruptedException {
    sleep(millis, 0);
  }

  public static void sleep(long millis, int nanos) throws InterruptedException {
    checkInterrupt();
    long all = TimeUnit.MILLISECONDS.toNanos(millis) + nanos;
    Execution.current().clock().pass(Math.max(all, 1));
  }

  /** Says to the machine that the side waits, and nothing to others. */
  public static void pause() {}

  public static long nanoTime() {
    return Execution.current().clock().nanoTime();
  }

  public static long currentTimeMillis() {
    return TimeUnit.NANOSECONDS.toMillis(nanoTime());
  }

  /** The same on every machine; with one, the JDK's classes do not spin before they park. */
  public static int availableProcessors(@Nullable Runtime runtime) {
    return 1;
  }
}
