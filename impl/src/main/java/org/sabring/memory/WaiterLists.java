package org.sabring.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.sabring.memory.Waiter.Sleeper;

/**
 * Who waits on which word of one memory, with the semantics of ECMAScript's {@code Atomics.wait},
 * {@code Atomics.waitAsync} and {@code Atomics.notify}.
 *
 * <p>Neither a monitor's wait set nor a parked thread is a waiter list: monitors are not first-in
 * first-out, and {@link LockSupport} remembers a permit that came too early. So the list is
 * explicit: a queue of waiters, each with a flag that only {@link #notify} sets and that a sleeper
 * loops on. Who asked to be told instead of sleeping stands in the same queue.
 *
 * <p>No wake-up is lost with {@link WaitStrategy#LOCK}, because {@link #notify} always takes the
 * lock. Whoever changes a word does so before it notifies; the waiter compares the word inside the
 * lock. If the notifier has the lock first, the waiter sees the change and does not wait; if the
 * waiter has it first, the notifier finds it in the queue. With the other strategies a {@link
 * WaitingFlag} says whether the lock need be taken: raised inside the lock before the comparison,
 * looked at after the change.
 */
final class WaiterLists {

  private final class Listener extends Waiter implements AsyncWait {
    private final Runnable onNotified;

    Listener(int word, Runnable onNotified) {
      super(word);
      this.onNotified = onNotified;
    }

    @Override
    void wake() {
      try {
        onNotified.run();
      } catch (Throwable e) { // the notifier has nothing to do with it, and others wait
        Thread notifier = Thread.currentThread();
        notifier.getUncaughtExceptionHandler().uncaughtException(notifier, e);
      }
    }

    @Override
    public boolean cancel() {
      return leave(this);
    }
  }

  /** After how many nanoseconds one looks again that may have been missed: first, and at last. */
  private static final long FIRST_NAP = 1_000_000L;

  private static final long LONGEST_NAP = 128 * FIRST_NAP;

  private final WaitStrategy strategy;

  /** Up while the queue is not empty; null with LOCK, which does not ask. */
  private final @Nullable WaitingFlag flag;

  /** How to wait before sleeping, or instead of it; null with LOCK, which sleeps at once. */
  private final @Nullable Spinning spinning;

  /** The waiters of all words, the longest-waiting first; its own monitor guards it. */
  private final Queue<Waiter> queue = new ArrayDeque<>();

  WaiterLists(WaitStrategy asked) {
    this.strategy = asked.here();
    boolean locks = strategy == WaitStrategy.LOCK;
    this.flag = locks ? null : new WaitingFlag(strategy);
    this.spinning = locks ? null : new Spinning(strategy);
  }

  /** What this memory was made with, or what stands in for it on this JVM. */
  WaitStrategy strategy() {
    return strategy;
  }

  /**
   * Waits on a word as {@link SharedInts#await} says.
   *
   * @param value loads the word, volatile; with LOCK called once, inside the lock
   */
  Awaited await(int word, IntSupplier value, int expected, long timeoutNanos)
      throws InterruptedException {
    if (spinning != null) {
      if (!strategy.sleeps()) {
        return spinning.untilChange(value, expected, timeoutNanos);
      }
      if (timeoutNanos > 0 && spinning.seesChange(value, expected)) {
        return Awaited.NOT_EQUAL;
      }
    }
    Sleeper waiter = new Sleeper(word);
    synchronized (queue) {
      raise();
      if (value.getAsInt() != expected) {
        lowerIfEmpty();
        return Awaited.NOT_EQUAL;
      }
      if (timeoutNanos <= 0) {
        lowerIfEmpty();
        return Awaited.TIMED_OUT;
      }
      queue.add(waiter);
    }
    return block(waiter, value, expected, timeoutNanos);
  }

  /**
   * Joins the list of a word as {@link SharedInts#awaitAsync} says.
   *
   * @param value loads the word, volatile; called inside the lock
   */
  @Nullable AsyncWait awaitAsync(int word, IntSupplier value, int expected, Runnable onNotified) {
    Listener listener = new Listener(word, Objects.requireNonNull(onNotified, "onNotified"));
    synchronized (queue) {
      raise();
      if (value.getAsInt() != expected) {
        lowerIfEmpty();
        return null;
      }
      queue.add(listener);
    }
    if (strategy.looksAgain()) {
      lookLater(listener, value, expected, FIRST_NAP);
    }
    return listener;
  }

  /** FOREVER needs no case of its own: it is 292 years. */
  private Awaited block(Sleeper waiter, IntSupplier value, int expected, long timeoutNanos)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeoutNanos;
    long left = timeoutNanos;
    long nap = strategy.looksAgain() ? FIRST_NAP : SharedInts.FOREVER;
    while (!waiter.notified) {
      if (Thread.interrupted()) {
        if (leave(waiter)) {
          throw new InterruptedException();
        }
        waiter.thread.interrupt();
      } else if (left > 0) {
        LockSupport.parkNanos(this, Math.min(left, nap));
        if (strategy.looksAgain()) {
          if (value.getAsInt() != expected && leave(waiter)) {
            return Awaited.OK;
          }
          nap = Math.min(2 * nap, LONGEST_NAP);
        }
        left = deadline - System.nanoTime();
      } else if (leave(waiter)) {
        return Awaited.TIMED_OUT;
      }
    }
    return Awaited.OK;
  }

  /** Compares the word for somebody who does not sleep, and tells it if it has changed. */
  private void lookLater(Listener listener, IntSupplier value, int expected, long nap) {
    CompletableFuture.delayedExecutor(nap, TimeUnit.NANOSECONDS)
        .execute(
            () -> {
              synchronized (queue) {
                if (!queue.contains(listener)) {
                  return;
                }
              }
              if (value.getAsInt() == expected) {
                lookLater(listener, value, expected, Math.min(2 * nap, LONGEST_NAP));
              } else if (leave(listener)) {
                listener.wake();
              }
            });
  }

  /** Whether the waiter was still waiting; if not, it has been notified. */
  private boolean leave(Waiter waiter) {
    synchronized (queue) {
      boolean waited = queue.remove(waiter);
      lowerIfEmpty();
      return waited;
    }
  }

  /** Inside the lock, before the word is compared. */
  private void raise() {
    if (flag != null) {
      flag.raise();
    }
  }

  /** Inside the lock, after somebody has left or did not join. */
  private void lowerIfEmpty() {
    if (flag != null && queue.isEmpty()) {
      flag.lower();
    }
  }

  /**
   * Wakes waiters as {@link SharedInts#notify(int, int)} says. Allocates only if somebody waits.
   */
  int notify(int word, int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count=" + count + ", expected at least 0");
    }
    return flag == null || flag.isRaised() ? wake(word, count) : 0;
  }

  private int wake(int word, int count) {
    List<Waiter> woken;
    synchronized (queue) {
      if (queue.isEmpty()) {
        return 0;
      }
      woken = takeOldest(word, count);
      lowerIfEmpty();
    }
    woken.forEach(Waiter::wake);
    return woken.size();
  }

  private List<Waiter> takeOldest(int word, int count) {
    List<Waiter> taken = new ArrayList<>();
    for (Iterator<Waiter> all = queue.iterator(); taken.size() < count && all.hasNext(); ) {
      Waiter waiter = all.next();
      if (waiter.word == word) {
        all.remove();
        waiter.notified = true;
        taken.add(waiter);
      }
    }
    return taken;
  }

  /** How many wait on a word now. */
  int waiters(int word) {
    synchronized (queue) {
      return (int) queue.stream().filter(waiter -> waiter.word == word).count();
    }
  }
}
