package org.sabring.bugs;

import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * FreeBSD D46152: a slot is given back before it is read.
 *
 * <p>In {@code buf_ring} a dequeue reads the entry and moves the consumer's tail, and an enqueue
 * looks at that tail for room. Neither access to the tail has an order. On weak memory the entry
 * may be overwritten before it is read.
 *
 * @see <a href="https://reviews.freebsd.org/D46152">the report</a>
 */
public final class FreeBsd46152 {

  private FreeBsd46152() {}

  /** Two slots, of which one stays free; many sides enqueue, one dequeues. 0 is no entry. */
  abstract static class Ring {
    final int[] entries = new int[2];
    final AtomicLong producerHead = new AtomicLong();
    final AtomicLong producerTail = new AtomicLong();
    final AtomicLong consumerTail = new AtomicLong();

    /** With the entry 1. */
    Ring() {
      entries[0] = 1;
      producerHead.set(1);
      producerTail.set(1);
    }

    boolean enqueue(int entry) {
      long head;
      do {
        head = producerHead.get();
        if (head + 1 - freed() == 2) {
          if (head == producerHead.get()) {
            return false;
          }
          continue;
        }
      } while (!producerHead.compareAndSet(head, head + 1));
      entries[(int) head % 2] = entry;
      while (producerTail.get() != head) {
        Thread.onSpinWait();
      }
      producerTail.setRelease(head + 1);
      return true;
    }

    int dequeue() {
      long tail = consumerTail.getOpaque();
      if (tail == producerTail.getAcquire()) {
        return 0;
      }
      int entry = entries[(int) tail % 2];
      free(tail + 1);
      return entry;
    }

    abstract long freed();

    abstract void free(long tail);
  }

  /** Without an order. */
  static final class Unordered extends Ring {
    @Override
    long freed() {
      return consumerTail.getOpaque();
    }

    @Override
    void free(long tail) {
      consumerTail.setOpaque(tail);
    }
  }

  /** Released and acquired. */
  static final class Ordered extends Ring {
    @Override
    long freed() {
      return consumerTail.getAcquire();
    }

    @Override
    void free(long tail) {
      consumerTail.setRelease(tail);
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "[01], [01], 1, [023]", expect = Expect.ACCEPTABLE, desc = "In order.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "Overwritten.")
  @State
  public static class Buggy {
    private final Ring ring = new Unordered();

    @Actor
    public void producer(IIII_Result r) {
      r.r1 = ring.enqueue(2) ? 1 : 0;
    }

    @Actor
    public void other(IIII_Result r) {
      r.r2 = ring.enqueue(3) ? 1 : 0;
    }

    @Actor
    public void consumer(IIII_Result r) {
      r.r3 = ring.dequeue();
      r.r4 = ring.dequeue();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "[01], [01], 1, [023]", expect = Expect.ACCEPTABLE, desc = "In order.")
  @Outcome(expect = Expect.FORBIDDEN, desc = "Overwritten.")
  @State
  public static class Mended {
    private final Ring ring = new Ordered();

    @Actor
    public void producer(IIII_Result r) {
      r.r1 = ring.enqueue(2) ? 1 : 0;
    }

    @Actor
    public void other(IIII_Result r) {
      r.r2 = ring.enqueue(3) ? 1 : 0;
    }

    @Actor
    public void consumer(IIII_Result r) {
      r.r3 = ring.dequeue();
      r.r4 = ring.dequeue();
    }
  }
}
