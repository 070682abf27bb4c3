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
 * JCTools #339: a producer waits for ever for somebody to wake.
 *
 * <p>A producer that has filled the queue and found it marked as blocked goes round until it sees
 * the thread to wake. The consumer may have come back by itself in the meantime, because its time
 * was up, and have taken its name away. Then nobody is blocked any more, and the producer goes
 * round until somebody is.
 *
 * <p>Here the time is up at once, so nobody parks.
 *
 * @see <a href="https://github.com/JCTools/JCTools/issues/339">the report</a>
 */
public final class JcTools339 {

  private JcTools339() {}

  /** Many sides fill, one polls. 0 is no element. */
  abstract static class Queue {
    final AtomicIntegerArray slots = new AtomicIntegerArray(2);

    /** Twice the number of elements offered; one more if the consumer is blocked. */
    final AtomicLong producerIndex = new AtomicLong();

    final AtomicReference<Thread> blocked = new AtomicReference<>();
    int consumed;

    void fill(int element) {
      while (true) {
        long index = producerIndex.get();
        boolean isMarked = index % 2 == 1;
        if (producerIndex.compareAndSet(index, isMarked ? index + 1 : index + 2)) {
          slots.set((int) (index / 2) % 2, element);
          if (isMarked) {
            wake();
          }
          return;
        }
      }
    }

    abstract void wake();

    int poll() {
      int element = take();
      if (element != 0) {
        return element;
      }
      blocked.set(Thread.currentThread());
      if (producerIndex.compareAndSet(2L * consumed, 2L * consumed + 1)) {
        producerIndex.compareAndSet(2L * consumed + 1, 2L * consumed); // the time is up
      }
      blocked.set(null);
      return take();
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

  /** Until there is somebody. */
  static final class UntilSomebody extends Queue {
    @Override
    void wake() {
      Thread consumer;
      do {
        consumer = blocked.get();
      } while (consumer == null);
      LockSupport.unpark(consumer);
    }
  }

  /** If there is somebody. */
  static final class IfSomebody extends Queue {
    @Override
    void wake() {
      Thread consumer = blocked.get();
      if (consumer != null) {
        LockSupport.unpark(consumer);
      }
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "Polled.")
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "Too late.")
  @State
  public static class Buggy {
    private final Queue queue = new UntilSomebody();

    @Actor
    public void producer() {
      queue.fill(1);
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
    private final Queue queue = new IfSomebody();

    @Actor
    public void producer() {
      queue.fill(1);
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
