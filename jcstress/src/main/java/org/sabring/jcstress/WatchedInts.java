package org.sabring.jcstress;

import java.util.Arrays;
import org.sabring.memory.Awaited;
import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/**
 * A memory that remembers how the last wait on each word ended. A side that its peer left asleep
 * goes on when its time is up; only this tells it from one that was woken.
 */
final class WatchedInts extends ForwardingInts {

  /** Before the first wait. */
  static final String NO_WAIT = "NO_WAIT";

  private final RingLayout layout;

  /** By word: only the side that waits on it reads or writes it. */
  private final Object[] last;

  WatchedInts(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
    last = new Object[memory.length()];
    Arrays.fill(last, NO_WAIT);
  }

  /** How the last wait on a word ended, or NO_WAIT. */
  Object lastWait(int index) {
    return last[index];
  }

  /** Whether a wait ended so that its side was left asleep. */
  static boolean isAsleep(Object wait) {
    return wait == Awaited.TIMED_OUT;
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    Awaited answer = memory.await(index, expected, timeoutNanos);
    if (answer != Awaited.TIMED_OUT) {
      last[index] = answer;
    } else if (hasNews(index)) {
      long grace = Calls.GRACE * timeoutNanos;
      last[index] = memory.await(index, memory.getVolatile(index), grace);
    }
    return answer;
  }

  /** Whether there is something to wake for: else the other side may just not have come. */
  private boolean hasNews(int index) {
    int write = memory.getVolatile(layout.write());
    int read = memory.getVolatile(layout.read());
    return index == layout.write()
        ? write != read // closed, too
        : layout.next(RingLayout.cursor(write)) != read; // cancelled, too
  }
}
