package org.sabring.bugs;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Agrona #160: a full ring looks empty to whoever wants to unblock it.
 *
 * <p>A producer may die between the claim of a record and its commit, and nobody can read past that
 * record until {@code unblock()} makes a padding of it. That first asks whether there is anything
 * at all, and compares the places of head and tail in the buffer instead of the counters. In a full
 * ring those are the same, so it does nothing and the ring stays blocked for ever.
 *
 * @see <a href="https://github.com/aeron-io/agrona/issues/160">the report</a>
 */
public final class Agrona160 {

  private Agrona160() {}

  /** Two records; many sides write, one reads. 0 is no message. */
  abstract static class Ring {
    private static final int COMMITTED = 1;
    private static final int PADDING = -1;

    final AtomicLong head = new AtomicLong();
    final AtomicLong tail = new AtomicLong();
    final AtomicIntegerArray headers = new AtomicIntegerArray(2);
    final int[] bodies = new int[2];

    /** A record to write, or less than 0 if it is full. */
    long claim() {
      while (true) {
        long position = tail.get();
        if (position - head.get() == 2) {
          return -1;
        }
        if (tail.compareAndSet(position, position + 1)) {
          return position;
        }
      }
    }

    void write(int message) {
      long position = claim();
      if (position >= 0) {
        bodies[(int) position % 2] = message;
        headers.set((int) position % 2, COMMITTED);
      }
    }

    int read() {
      while (true) {
        long position = head.get();
        int header = headers.get((int) position % 2);
        if (header == 0) {
          return 0;
        }
        int message = bodies[(int) position % 2];
        headers.set((int) position % 2, 0);
        head.set(position + 1);
        if (header == COMMITTED) {
          return message;
        }
      }
    }

    boolean unblock() {
      long position = head.get();
      if (isEmpty(position, tail.get()) || headers.get((int) position % 2) != 0) {
        return false;
      }
      headers.set((int) position % 2, PADDING);
      return true;
    }

    abstract boolean isEmpty(long headPosition, long tailPosition);
  }

  /** By the places in the buffer. */
  static final class ByPlace extends Ring {
    @Override
    boolean isEmpty(long headPosition, long tailPosition) {
      return headPosition % 2 == tailPosition % 2;
    }
  }

  /** By the counters. */
  static final class ByCounter extends Ring {
    @Override
    boolean isEmpty(long headPosition, long tailPosition) {
      return headPosition == tailPosition;
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "Read.")
  @Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "Blocked for ever.")
  @State
  public static class Buggy {
    private final Ring ring = new ByPlace();

    @Actor
    public void dying() {
      ring.claim();
    }

    @Actor
    public void living() {
      ring.write(1);
    }

    @Arbiter
    public void reader(I_Result r) {
      r.r1 = ring.read();
      if (r.r1 == 0 && ring.unblock()) {
        r.r1 = ring.read();
      }
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "Read.")
  @Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "Blocked for ever.")
  @State
  public static class Mended {
    private final Ring ring = new ByCounter();

    @Actor
    public void dying() {
      ring.claim();
    }

    @Actor
    public void living() {
      ring.write(1);
    }

    @Arbiter
    public void reader(I_Result r) {
      r.r1 = ring.read();
      if (r.r1 == 0 && ring.unblock()) {
        r.r1 = ring.read();
      }
    }
  }
}
