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
 * rigtorp SPSCQueue #35: the read index overtakes its copy of the write index.
 *
 * <p>{@code front()} reads the write index only if the read index has come to the copy of it that
 * was kept. {@code pop()} moves the read index and leaves the copy alone, so after a pop without a
 * front the copy lies behind. The two are never the same again, and {@code front()} hands out slots
 * that nobody has written.
 *
 * <p>One thread is enough for it. Here the other pushes meanwhile.
 *
 * @see <a href="https://github.com/rigtorp/SPSCQueue/issues/35">the report</a>
 */
public final class SpscQueue35 {

  private SpscQueue35() {}

  /** Four slots; one side pushes, one pops. 0 is no element, and -1 is what nobody has written. */
  abstract static class Queue {
    final AtomicIntegerArray slots = new AtomicIntegerArray(4);
    final AtomicLong writeIndex = new AtomicLong();
    final AtomicLong readIndex = new AtomicLong();
    long writeIndexCopy;

    /** With the element 1. */
    Queue() {
      for (int i = 0; i < 4; i++) {
        slots.set(i, -1);
      }
      push(1);
    }

    final void push(int element) {
      long index = writeIndex.get();
      slots.set((int) index % 4, element);
      writeIndex.set(index + 1);
    }

    boolean isEmpty() {
      return readIndex.get() == writeIndex.get();
    }

    int front() {
      long index = readIndex.get();
      if (index == writeIndexCopy) {
        writeIndexCopy = writeIndex.get();
        if (index == writeIndexCopy) {
          return 0;
        }
      }
      return slots.get((int) index % 4);
    }

    abstract void pop();
  }

  /** Leaves the copy alone. */
  static final class Leaving extends Queue {
    @Override
    void pop() {
      readIndex.set(readIndex.get() + 1);
    }
  }

  /** Takes the copy along. */
  static final class TakingAlong extends Queue {
    @Override
    void pop() {
      long index = readIndex.get();
      if (index == writeIndexCopy) {
        writeIndexCopy = writeIndex.get();
      }
      readIndex.set(index + 1);
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "Nothing yet.")
  @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "The second element.")
  @Outcome(id = "-1", expect = Expect.FORBIDDEN, desc = "Nobody's element.")
  @State
  public static class Buggy {
    private final Queue queue = new Leaving();

    @Actor
    public void producer() {
      queue.push(2);
    }

    @Actor
    public void consumer(I_Result r) {
      if (!queue.isEmpty()) {
        queue.pop();
      }
      r.r1 = queue.front();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "Nothing yet.")
  @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "The second element.")
  @Outcome(id = "-1", expect = Expect.FORBIDDEN, desc = "Nobody's element.")
  @State
  public static class Mended {
    private final Queue queue = new TakingAlong();

    @Actor
    public void producer() {
      queue.push(2);
    }

    @Actor
    public void consumer(I_Result r) {
      if (!queue.isEmpty()) {
        queue.pop();
      }
      r.r1 = queue.front();
    }
  }
}
