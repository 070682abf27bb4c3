package org.sabring.bugs;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * JCTools #336: a consumer waits for ever to be released.
 *
 * <p>A consumer that is about to block marks the producer index, and then says which thread it is.
 * A producer that sees the mark takes it away and clears the thread, which may be before the
 * consumer has said it. When the consumer's time is up it finds the mark gone, and waits for
 * somebody to clear the thread again, which nobody will.
 *
 * <p>Here the time is up at once, so nobody parks. The code before the change was not at hand: the
 * shape follows the order of steps that the change describes.
 *
 * @see <a href="https://github.com/JCTools/JCTools/pull/336">the report</a>
 */
public final class JcTools336 {

  private JcTools336() {}

  /** Many sides offer, one polls. 0 is no element. */
  abstract static class Queue {
    final AtomicIntegerArray slots = new AtomicIntegerArray(2);

    /** Twice the number of elements offered; one more if the consumer is blocked. */
    final AtomicLong producerIndex = new AtomicLong();

    final AtomicReference<Thread> blocked = new AtomicReference<>();
    int consumed;

    void offer(int element) {
      while (true) {
        long index = producerIndex.get();
        boolean isMarked = index % 2 == 1;
        if (producerIndex.compareAndSet(index, isMarked ? index + 1 : index + 2)) {
          slots.set((int) (index / 2) % 2, element);
          if (isMarked) {
            Thread consumer = blocked.get();
            blocked.set(null);
            LockSupport.unpark(consumer);
          }
          return;
        }
      }
    }

    int poll() {
      int element = take();
      if (element != 0 || !block()) {
        return element != 0 ? element : take();
      }
      if (producerIndex.compareAndSet(2L * consumed + 1, 2L * consumed)) {
        blocked.set(null);
        return 0; // the time is up
      }
      while (blocked.get() != null) {
        Thread.onSpinWait();
      }
      return take();
    }

    /** Marks the index and says who is blocked; false if an element came. */
    abstract boolean block();

    boolean mark() {
      return producerIndex.compareAndSet(2L * consumed, 2L * consumed + 1);
    }

    private int take() {
      if (producerIndex.get() / 2 == consumed) {
        return 0;
      }
      int element;
      while ((element = slots.get(consumed % 2)) == 0) {
        Thread.onSpinWait();
      }
      slots.set(consumed % 2, 0);
      consumed++;
      return element;
    }
  }

  /** The mark before the thread. */
  static final class MarkFirst extends Queue {
    @Override
    boolean block() {
      if (!mark()) {
        return false;
      }
      blocked.set(Thread.currentThread());
      return true;
    }
  }

  /** The thread before the mark. */
  static final class ThreadFirst extends Queue {
    @Override
    boolean block() {
      blocked.set(Thread.currentThread());
      if (!mark()) {
        blocked.set(null);
        return false;
      }
      return true;
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "Polled.")
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "Too late.")
  @State
  public static class Buggy {
    private final Queue queue = new MarkFirst();

    @Actor
    public void producer() {
      queue.offer(1);
    }

    @Actor
    public void consumer(II_Result r) {
      r.r1 = queue.poll();
    }

    @Arbiter
    public void rest(II_Result r) {
      r.r2 = queue.poll();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "Polled.")
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "Too late.")
  @State
  public static class Mended {
    private final Queue queue = new ThreadFirst();

    @Actor
    public void producer() {
      queue.offer(1);
    }

    @Actor
    public void consumer(II_Result r) {
      r.r1 = queue.poll();
    }

    @Arbiter
    public void rest(II_Result r) {
      r.r2 = queue.poll();
    }
  }
}
