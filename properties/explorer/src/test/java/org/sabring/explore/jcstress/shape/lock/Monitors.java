package org.sabring.explore.jcstress.shape.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Monitors: what they guard, and from whom. */
public class Monitors {

  /** Two monitors guard nothing. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "one after the other")
  @Outcome(id = "1", expect = ACCEPTABLE_INTERESTING, desc = "an update is lost")
  public static class TwoLocks {
    private final Object one = new Object();
    private final Object two = new Object();
    private int counter;

    @Actor
    public void first() {
      synchronized (one) {
        counter++;
      }
    }

    @Actor
    public void second() {
      synchronized (two) {
        counter++;
      }
    }

    @Arbiter
    public void count(I_Result r) {
      r.r1 = counter;
    }
  }

  /** One side is synchronized and the other is not. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "one after the other")
  @Outcome(id = "1", expect = ACCEPTABLE_INTERESTING, desc = "an update is lost")
  public static class HalfSynchronizedCounter {
    private int counter;

    @Actor
    public synchronized void first() {
      counter++;
    }

    @Actor
    public void second() {
      counter++;
    }

    @Arbiter
    public void count(I_Result r) {
      r.r1 = counter;
    }
  }

  /** The flag is volatile, and so the reader needs no lock. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "the flag without the data")
  public static class VolatileOutside {
    int x;
    volatile int y;

    @Actor
    public synchronized void writer() {
      x = 1;
      y = 1;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = y;
      r.r2 = x;
    }
  }

  /** Empty blocks on one lock: one of them is the first, and orders what is around. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "one of the blocks is the first")
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE)
  public static class EmptyBlocks {
    final Object lock = new Object();
    int x;
    int y;

    @Actor
    public void left(II_Result r) {
      x = 1;
      synchronized (lock) {
      }
      r.r1 = y;
    }

    @Actor
    public void right(II_Result r) {
      y = 1;
      synchronized (lock) {
      }
      r.r2 = x;
    }
  }

  /** Empty blocks on locks that nobody else has order nothing. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING, desc = "a lock of one's own is no fence")
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE)
  public static class OwnLocks {
    int x;
    int y;

    @Actor
    public void left(II_Result r) {
      x = 1;
      synchronized (new Object()) {
      }
      r.r1 = y;
    }

    @Actor
    public void right(II_Result r) {
      y = 1;
      synchronized (new Object()) {
      }
      r.r2 = x;
    }
  }

  /** A lock for readers and one for the writer: the readers see all or nothing. */
  @JCStressTest
  @State
  @Outcome(id = "(0, 0|1, 1), (0, 0|1, 1)", expect = ACCEPTABLE, desc = "before or after")
  @Outcome(expect = FORBIDDEN, desc = "half")
  public static class ReadWriteLocked {
    final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    int x;
    int y;

    @Actor
    public void writer() {
      lock.writeLock().lock();
      try {
        x = 1;
        y = 1;
      } finally {
        lock.writeLock().unlock();
      }
    }

    @Actor
    public void first(IIII_Result r) {
      lock.readLock().lock();
      try {
        r.r1 = x;
        r.r2 = y;
      } finally {
        lock.readLock().unlock();
      }
    }

    @Actor
    public void second(IIII_Result r) {
      lock.readLock().lock();
      try {
        r.r3 = x;
        r.r4 = y;
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  /** A guarded wait: who waits for the flag sees what came with it. */
  @JCStressTest
  @State
  @Outcome(id = "42", expect = ACCEPTABLE, desc = "waited for")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "not waited for")
  public static class GuardedWait {
    private boolean there;
    private int value;

    @Actor
    public void waiter(I_Result r) {
      synchronized (this) {
        while (!there) {
          try {
            wait();
          } catch (InterruptedException e) {
            return;
          }
        }
      }
      r.r1 = value;
    }

    @Actor
    public void notifier() {
      value = 42;
      synchronized (this) {
        there = true;
        notifyAll();
      }
    }
  }
}
