package org.sabring.bugs;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Agrona #22: a padding that nobody can read past.
 *
 * <p>The rest of the buffer behind the last record is filled with a padding, whose header says how
 * long its body is. If the rest is just as long as a header, that is 0, which is also what says
 * that a record is not written yet. The reader waits for it for ever, and all that comes behind it
 * is lost.
 *
 * <p>The report has the values in the buffer and names the cause in one sentence, so the code is
 * made up. Its reader waits; this one comes back with nothing, and the last side reads once more.
 *
 * @see <a href="https://github.com/aeron-io/agrona/issues/22">the report</a>
 */
public final class Agrona22 {

  private Agrona22() {}

  /** Eight words, of which two are left before the end. 0 is no message. */
  abstract static class Ring {
    static final int HEADER = 2;
    private static final int RECORD = HEADER + 2;
    private static final int MESSAGE = 1;
    private static final int PADDING = -1;

    /** Of each record its length, its type and its body. */
    final AtomicIntegerArray words = new AtomicIntegerArray(8);

    final AtomicLong head = new AtomicLong(6);
    final AtomicLong tail = new AtomicLong(6);

    boolean write(int message) {
      while (true) {
        long position = tail.get();
        int at = (int) position % 8;
        int padding = 8 - at < RECORD ? 8 - at : 0;
        if (position + padding + RECORD - head.get() > 8) {
          return false;
        }
        if (tail.compareAndSet(position, position + padding + RECORD)) {
          if (padding > 0) {
            words.set(at + 1, PADDING);
            words.set(at, lengthOf(padding));
            at = 0;
          }
          words.set(at + 1, MESSAGE);
          words.set(at + 2, message);
          words.set(at, lengthOf(RECORD));
          return true;
        }
      }
    }

    int read() {
      while (true) {
        long position = head.get();
        int at = (int) position % 8;
        int length = words.get(at);
        if (length == 0) {
          return 0;
        }
        int type = words.get(at + 1);
        int message = type == MESSAGE ? words.get(at + 2) : 0;
        int size = sizeOf(length);
        for (int i = at; i < at + size; i++) {
          words.set(i, 0);
        }
        head.set(position + size);
        if (type == MESSAGE) {
          return message;
        }
      }
    }

    abstract int lengthOf(int size);

    abstract int sizeOf(int length);
  }

  /** The length is that of the body. */
  static final class OfBody extends Ring {
    @Override
    int lengthOf(int size) {
      return size - HEADER;
    }

    @Override
    int sizeOf(int length) {
      return length + HEADER;
    }
  }

  /** The length is that of header and body. */
  static final class OfBoth extends Ring {
    @Override
    int lengthOf(int size) {
      return size;
    }

    @Override
    int sizeOf(int length) {
      return length;
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "7, 0", expect = Expect.ACCEPTABLE, desc = "Read at once.")
  @Outcome(id = "0, 7", expect = Expect.ACCEPTABLE, desc = "Read later.")
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "Never to be read.")
  @State
  public static class Buggy {
    private final Ring ring = new OfBody();

    @Actor
    public void writer() {
      ring.write(7);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = ring.read();
    }

    @Arbiter
    public void rest(II_Result r) {
      r.r2 = ring.read();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "7, 0", expect = Expect.ACCEPTABLE, desc = "Read at once.")
  @Outcome(id = "0, 7", expect = Expect.ACCEPTABLE, desc = "Read later.")
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "Never to be read.")
  @State
  public static class Mended {
    private final Ring ring = new OfBoth();

    @Actor
    public void writer() {
      ring.write(7);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = ring.read();
    }

    @Arbiter
    public void rest(II_Result r) {
      r.r2 = ring.read();
    }
  }
}
