package org.sabring.ring;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;

/** How long one blocking call may still wait. Used by the calling thread alone. */
final class Deadline {

  /** When the time is up, on the clock of {@link System#nanoTime}. */
  private final long deadline;

  /** Nanoseconds; zero or less when the time is up, FOREVER when it never is. */
  private long left;

  Deadline(long timeoutNanos) {
    deadline = System.nanoTime() + timeoutNanos;
    left = timeoutNanos;
  }

  long left() {
    return left;
  }

  /** Takes off what a wait took. The memory's word that time is up goes before the clock's. */
  void spend(Awaited answer) {
    if (left != SharedInts.FOREVER) {
      left = answer == Awaited.TIMED_OUT ? 0 : deadline - System.nanoTime();
    }
  }
}
