package org.sabring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;

/** A thread that makes one call, and what came of it. Nothing here waits longer than the limit. */
public final class Side<T> {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final FutureTask<T> call;
  private final Thread thread;

  private Side(Callable<T> call) {
    this.call = new FutureTask<>(call);
    this.thread = new Thread(this.call, "side");
  }

  public static <T> Side<T> start(Callable<T> call) {
    Side<T> side = new Side<>(call);
    side.thread.setDaemon(true);
    side.thread.start();
    return side;
  }

  /** What the call returned, or what it threw inside an {@link ExecutionException}. */
  public T answer() throws Exception {
    return call.get(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
  }

  public Thread thread() {
    return thread;
  }

  /** A thread that waits on a word, which holds 0; it is in the waiter list when this returns. */
  public static Side<Awaited> waiter(SharedInts memory, int index, long timeoutNanos) {
    int before = memory.waiters(index);
    Side<Awaited> side = start(() -> memory.await(index, 0, timeoutNanos));
    untilWaiting(memory, index, before + 1);
    return side;
  }

  public static void untilWaiting(SharedInts memory, int index, int count) {
    until(() -> memory.waiters(index) == count);
  }

  public static void until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start).as("nanoseconds spent").isLessThan(LIMIT.toNanos());
      Thread.onSpinWait();
    }
  }
}
