package org.sabring.jcstress;

import org.sabring.memory.Awaited;
import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;

/**
 * A memory that spoils nothing and remembers how the last wait ended. A side that its peer left
 * asleep goes on when its time is up; only this answer tells it from one that was woken.
 */
final class WatchedInts extends ForwardingInts {

  private final int length;

  /** NO_WAIT, or an {@link Awaited}. Only the side that waits uses it. */
  private Object last = NO_WAIT;

  /** Before the first wait of a call. */
  private static final String NO_WAIT = "NO_WAIT";

  /** The first words of a memory, which may have more. */
  WatchedInts(SharedInts memory, int length) {
    super(memory);
    this.length = length;
  }

  @Override
  public int length() {
    return length;
  }

  /** For the call that begins. */
  void forget() {
    last = NO_WAIT;
  }

  /** How the last wait of this call ended, or NO_WAIT. */
  Object lastWait() {
    return last;
  }

  /** A question was answered, as a wait is. */
  void told(Awaited answer) {
    last = answer;
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    Awaited answer = memory.await(index, expected, timeoutNanos);
    last = answer;
    return answer;
  }
}
