package org.sabring.jcstress;

import org.jspecify.annotations.Nullable;
import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;

/**
 * A memory that spoils nothing and remembers how the last wait ended. A side that its peer left
 * asleep goes on when its time is up; only this answer tells it from one that was woken.
 */
class WatchedInts extends WrappedInts {

  /** Null before the first wait. Only the side that waits uses it. */
  private @Nullable Awaited last;

  WatchedInts(SharedInts memory) {
    super(memory);
  }

  /** How the last wait ended, or NO_WAIT. */
  final Object lastWait() {
    return last == null ? "NO_WAIT" : last;
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    Awaited answer = memory.await(index, expected, timeoutNanos);
    last = answer;
    return answer;
  }
}
