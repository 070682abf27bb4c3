package org.sabring.bugs;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * JCTools #296: a peek into the future, through a slot that is used again.
 *
 * <p>A peek reads the consumer index, and then the slot of it. In between others may poll that
 * element and offer a new one into the same slot, a lap later. The peek answers with the newest
 * element, though older ones are in the queue.
 *
 * @see <a href="https://github.com/JCTools/JCTools/issues/296">the report</a>
 */
public final class JcTools296 {

  private JcTools296() {}

  /** One side offers, many poll and peek. 0 is no element. */
  abstract static class Ring {
    final AtomicIntegerArray slots = new AtomicIntegerArray(2);
    final AtomicLong producerIndex = new AtomicLong();
    final AtomicLong consumerIndex = new AtomicLong();

    /** Full of 1 and 2, so that it never is empty. */
    Ring() {
      offer(1);
      offer(2);
    }

    final boolean offer(int element) {
      long index = producerIndex.get();
      if (slots.get((int) index % 2) != 0) {
        return false;
      }
      slots.set((int) index % 2, element);
      producerIndex.set(index + 1);
      return true;
    }

    int poll() {
      while (true) {
        long index = consumerIndex.get();
        if (index == producerIndex.get()) {
          return 0;
        }
        if (consumerIndex.compareAndSet(index, index + 1)) {
          return slots.getAndSet((int) index % 2, 0);
        }
      }
    }

    int relaxedPeek() {
      while (true) {
        long index = consumerIndex.get();
        int element = slots.get((int) index % 2);
        if (isStill(index)) {
          return element;
        }
        Thread.onSpinWait();
      }
    }

    abstract boolean isStill(long index);
  }

  /** Believes what it has read. */
  static final class Believing extends Ring {
    @Override
    boolean isStill(long index) {
      return true;
    }
  }

  /** Looks at the index again. */
  static final class LookingAgain extends Ring {
    @Override
    boolean isStill(long index) {
      return consumerIndex.get() == index;
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "Before the poll.")
  @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "After the poll.")
  @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "A relaxed peek may miss it.")
  @Outcome(id = "3", expect = Expect.FORBIDDEN, desc = "2 is before it.")
  @State
  public static class Buggy {
    private final Ring ring = new Believing();

    @Actor
    public void producer() {
      ring.offer(3);
    }

    @Actor
    public void consumer() {
      ring.poll();
    }

    @Actor
    public void onlooker(I_Result r) {
      r.r1 = ring.relaxedPeek();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "Before the poll.")
  @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "After the poll.")
  @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "A relaxed peek may miss it.")
  @Outcome(id = "3", expect = Expect.FORBIDDEN, desc = "2 is before it.")
  @State
  public static class Mended {
    private final Ring ring = new LookingAgain();

    @Actor
    public void producer() {
      ring.offer(3);
    }

    @Actor
    public void consumer() {
      ring.poll();
    }

    @Actor
    public void onlooker(I_Result r) {
      r.r1 = ring.relaxedPeek();
    }
  }
}
