package org.sabring.memory;

import java.util.concurrent.locks.LockSupport;

/** Somebody in the waiter list of a word. */
abstract class Waiter {

  final int word;

  /** Set once, by the notifier, in the critical section that takes the waiter off the queue. */
  volatile boolean notified;

  Waiter(int word) {
    this.word = word;
  }

  /** Tells it. The notifier calls this once, after it has left the lock. */
  abstract void wake();

  /** A thread that waits. */
  static final class Sleeper extends Waiter {
    final Thread thread = Thread.currentThread();

    Sleeper(int word) {
      super(word);
    }

    @Override
    void wake() {
      LockSupport.unpark(thread);
    }
  }
}
