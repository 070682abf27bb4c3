package org.sabring.bugs;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * JCTools #119: not empty, and nothing to poll.
 *
 * <p>The producer moves its index first and stores the element afterwards. Whoever asks {@code
 * isEmpty()} in between looks at the indices, and is told that there is something. Whoever polls
 * then looks at the slot, and finds nothing in it.
 *
 * @see <a href="https://github.com/JCTools/JCTools/issues/119">the report</a>
 */
public final class JcTools119 {

  private JcTools119() {}

  /** One side offers, one polls. 0 is no element. */
  abstract static class Ring {
    final AtomicIntegerArray slots = new AtomicIntegerArray(2);
    final AtomicLong producerIndex = new AtomicLong();
    final AtomicLong consumerIndex = new AtomicLong();

    abstract void offer(int element);

    boolean isEmpty() {
      return consumerIndex.get() == producerIndex.get();
    }

    int poll() {
      long index = consumerIndex.get();
      int element = slots.get((int) index % 2);
      if (element != 0) {
        slots.set((int) index % 2, 0);
        consumerIndex.set(index + 1);
      }
      return element;
    }
  }

  /** The index before the element. */
  static final class IndexFirst extends Ring {
    @Override
    void offer(int element) {
      long index = producerIndex.get();
      producerIndex.lazySet(index + 1);
      slots.lazySet((int) index % 2, element);
    }
  }

  /** The element before the index. */
  static final class ElementFirst extends Ring {
    @Override
    void offer(int element) {
      long index = producerIndex.get();
      slots.lazySet((int) index % 2, element);
      producerIndex.lazySet(index + 1);
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Nothing yet.")
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "Offered in between.")
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Offered before.")
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "Not empty, and nothing there.")
  @State
  public static class Buggy {
    private final Ring ring = new IndexFirst();

    @Actor
    public void producer() {
      ring.offer(1);
    }

    @Actor
    public void consumer(II_Result r) {
      r.r1 = ring.isEmpty() ? 0 : 1;
      r.r2 = ring.poll();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "Nothing yet.")
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "Offered in between.")
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Offered before.")
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "Not empty, and nothing there.")
  @State
  public static class Mended {
    private final Ring ring = new ElementFirst();

    @Actor
    public void producer() {
      ring.offer(1);
    }

    @Actor
    public void consumer(II_Result r) {
      r.r1 = ring.isEmpty() ? 0 : 1;
      r.r2 = ring.poll();
    }
  }
}
