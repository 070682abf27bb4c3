package org.sabring.memory;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Who waits on which word of one memory, with the semantics of ECMAScript's {@code Atomics.wait}
 * and {@code Atomics.notify}.
 *
 * <p>Neither a monitor's wait set nor a parked thread is a waiter list: monitors are not first-in
 * first-out, and {@link LockSupport} remembers a permit that came too early. So the list is
 * explicit: a queue of waiters, each with a flag that only {@link #notify} sets and that the waiter
 * loops on.
 *
 * <p>No wake-up is lost, because {@link #notify} always takes the lock. Whoever changes a word does
 * so before it notifies; the waiter compares the word inside the lock. If the notifier has the lock
 * first, the waiter sees the change and does not wait; if the waiter has it first, the notifier
 * finds it in the queue.
 */
final class WaiterLists {

  private static final class Waiter {
    final int word;
    final Thread thread = Thread.currentThread();

    /** Set once, by the notifier, in the critical section that takes the waiter off the queue. */
    volatile boolean notified;

    Waiter(int word) {
      this.word = word;
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
    Waiter waiter = new Waiter(word);
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

  /** FOREVER needs no case of its own: it is 292 years. */
  private Awaited block(Waiter waiter, long timeoutNanos) throws InterruptedException {
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
    synchronized (queue) {
      return queue.isEmpty() ? 0 : wakeOldest(word, count);
    }
  }

  private int wakeOldest(int word, int count) {
    int woken = 0;
    for (Iterator<Waiter> all = queue.iterator(); woken < count && all.hasNext(); ) {
      Waiter waiter = all.next();
      if (waiter.word == word) {
        all.remove();
        waiter.notified = true;
        LockSupport.unpark(waiter.thread);
        woken++;
      }
    }
    return woken;
  }

  /** How many wait on a word now. */
  int waiters(int word) {
    synchronized (queue) {
      return (int) queue.stream().filter(waiter -> waiter.word == word).count();
    }
  }
}
