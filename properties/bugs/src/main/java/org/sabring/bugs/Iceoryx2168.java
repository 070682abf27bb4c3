package org.sabring.bugs;

import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * iceoryx #2168: a question that orders nothing.
 *
 * <p>A push asks {@code isFull()} before it writes, and that reads both positions relaxed, like any
 * question about the size. So the push is not ordered after the pop that made room for it. It may
 * overwrite an element of which the pop has read one half.
 *
 * <p>This is a pull request over several issues; the review names what has to be acquired in a push
 * and why. The elements have two halves here, so that one can be torn.
 *
 * @see <a href="https://github.com/eclipse-iceoryx/iceoryx/pull/2168">the report</a>
 */
public final class Iceoryx2168 {

  private Iceoryx2168() {}

  /** Two slots; one side pushes, one pops. 0 is no element, and -1 one that is torn. */
  abstract static class Fifo {
    final int[] left = new int[2];
    final int[] right = new int[2];
    final AtomicLong writePosition = new AtomicLong();
    final AtomicLong readPosition = new AtomicLong();

    /** Full of 1 and 2. */
    Fifo() {
      for (int i = 0; i < 2; i++) {
        left[i] = i + 1;
        right[i] = i + 1;
      }
      writePosition.set(2);
    }

    boolean push(int element) {
      if (isFull()) {
        return false;
      }
      long position = writePosition.getOpaque();
      left[(int) position % 2] = element;
      right[(int) position % 2] = element;
      writePosition.setRelease(position + 1);
      return true;
    }

    abstract boolean isFull();

    int pop() {
      long position = readPosition.getOpaque();
      if (position == writePosition.getAcquire()) {
        return 0;
      }
      int one = left[(int) position % 2];
      int other = right[(int) position % 2];
      readPosition.setRelease(position + 1);
      return one == other ? one : -1;
    }
  }

  /** Asks relaxed. */
  static final class Asking extends Fifo {
    @Override
    boolean isFull() {
      return writePosition.getOpaque() - readPosition.getOpaque() == 2;
    }
  }

  /** Acquires what was read before. */
  static final class Acquiring extends Fifo {
    @Override
    boolean isFull() {
      return writePosition.getOpaque() - readPosition.getAcquire() == 2;
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "[01], 1, 2", expect = Expect.ACCEPTABLE, desc = "In order.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "Overwritten or torn.")
  @State
  public static class Buggy {
    private final Fifo fifo = new Asking();

    @Actor
    public void producer(III_Result r) {
      r.r1 = fifo.push(3) ? 1 : 0;
    }

    @Actor
    public void consumer(III_Result r) {
      r.r2 = fifo.pop();
      r.r3 = fifo.pop();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "[01], 1, 2", expect = Expect.ACCEPTABLE, desc = "In order.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "Overwritten or torn.")
  @State
  public static class Mended {
    private final Fifo fifo = new Acquiring();

    @Actor
    public void producer(III_Result r) {
      r.r1 = fifo.push(3) ? 1 : 0;
    }

    @Actor
    public void consumer(III_Result r) {
      r.r2 = fifo.pop();
      r.r3 = fifo.pop();
    }
  }
}
