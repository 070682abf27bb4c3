package org.sabring.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who waits on which word of one memory, with the semantics of ECMAScript's {@code Atomics.wait},
 * {@code Atomics.waitAsync} and {@code Atomics.notify}.
 *
 * <p>Neither a monitor's wait set nor a parked thread is a waiter list: monitors are not first-in
 * first-out, and {@link LockSupport} remembers a permit that came too early. So the list is
 * explicit: a queue of waiters, each with a flag that only {@link #notify} sets and that a sleeper
 * loops on. Who asked to be told instead of sleeping stands in the same queue.
 *
 * <p>No wake-up is lost, because {@link #notify} always takes the lock. Whoever changes a word does
 * so before it notifies; the waiter compares the word inside the lock. If the notifier has the lock
 * first, the waiter sees the change and does not wait; if the waiter has it first, the notifier
 * finds it in the queue.
 */
final class WaiterLists {

  private abstract static class Waiter {
    final int word;

    /** Set once, by the notifier, in the critical section that takes the waiter off the queue. */
    volatile boolean notified;

    Waiter(int word) {
      this.word = word;
    }

    /** Tells it. The notifier calls this once, after it has left the lock. */
    abstract void wake();
  }

  private static final class Sleeper extends Waiter {
    final Thread thread = Thread.currentThread();

    Sleeper(int word) {
      super(word);
    }

    @Override
    void wake() {
      LockSupport.unpark(thread);
    }
  }

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

  /** The waiters of all words, the longest-waiting first; its own monitor guards it. */
  private final Queue<Waiter> queue = new ArrayDeque<>();

  /**
   * Waits on a word as {@link SharedInts#await} says.
   *
   * @param value loads the word, volatile; called once, inside the lock
   */
  Awaited await(int word, IntSupplier value, int expected, long timeoutNanos)
      throws InterruptedException {
    Sleeper waiter = new Sleeper(word);
    synchronized (queue) {
      if (value.getAsInt() != expected) {
        return Awaited.NOT_EQUAL;
      }
      if (timeoutNanos <= 0) {
        return Awaited.TIMED_OUT;
      }
      queue.add(waiter);
    }
    return block(waiter, timeoutNanos);
  }

  /**
   * Joins the list of a word as {@link SharedInts#awaitAsync} says.
   *
   * @param value loads the word, volatile; called once, inside the lock
   */
  @Nullable AsyncWait awaitAsync(int word, IntSupplier value, int expected, Runnable onNotified) {
    Listener listener = new Listener(word, Objects.requireNonNull(onNotified, "onNotified"));
    synchronized (queue) {
      if (value.getAsInt() != expected) {
        return null;
      }
      queue.add(listener);
    }
    return listener;
  }

  /** FOREVER needs no case of its own: it is 292 years. */
  private Awaited block(Sleeper waiter, long timeoutNanos) throws InterruptedException {
    long deadline = System.nanoTime() + timeoutNanos;
    long left = timeoutNanos;
    while (!waiter.notified) {
      if (Thread.interrupted()) {
        if (leave(waiter)) {
          throw new InterruptedException();
        }
        waiter.thread.interrupt();
      } else if (left > 0) {
        LockSupport.parkNanos(this, left);
        left = deadline - System.nanoTime();
      } else if (leave(waiter)) {
        return Awaited.TIMED_OUT;
      }
    }
    return Awaited.OK;
  }

  /** Whether the waiter was still waiting; if not, it has been notified. */
  private boolean leave(Waiter waiter) {
    synchronized (queue) {
      return queue.remove(waiter);
    }
  }

  /**
   * Wakes waiters as {@link SharedInts#notify(int, int)} says. Allocates only if somebody waits.
   */
  int notify(int word, int count) {
    if (count < 0) {
      throw new IllegalArgumentException("count=" + count + ", expected at least 0");
    }
    List<Waiter> woken;
    synchronized (queue) {
      if (queue.isEmpty()) {
        return 0;
      }
      woken = takeOldest(word, count);
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
