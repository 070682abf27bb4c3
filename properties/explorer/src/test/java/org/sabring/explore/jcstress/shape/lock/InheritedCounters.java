package org.sabring.explore.jcstress.shape.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Tests that inherit their actors and their arbiter, and some of them their outcomes. */
public class InheritedCounters {

  /** A plain field: an update may be lost. Its outcomes are its own. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "both are counted")
  @Outcome(id = "1", expect = ACCEPTABLE_INTERESTING, desc = "an update is lost")
  public static class Plain extends AbstractCounter {
    private int value;

    @Override
    void increment() {
      value++;
    }

    @Override
    int value() {
      return value;
    }
  }

  /** A volatile field: ++ is a read and a write still. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "both are counted")
  @Outcome(id = "1", expect = ACCEPTABLE_INTERESTING, desc = "an update is lost")
  public static class Volatile extends AbstractCounter {
    private volatile int value;

    @Override
    void increment() {
      value++;
    }

    @Override
    int value() {
      return value;
    }
  }

  /** A monitor; the outcome is inherited. */
  @JCStressTest
  @State
  public static class Synchronized extends AbstractCounter {
    private int value;

    @Override
    synchronized void increment() {
      value++;
    }

    @Override
    synchronized int value() {
      return value;
    }
  }

  /** A ReentrantLock; the outcome is inherited. */
  @JCStressTest
  @State
  public static class Locked extends AbstractCounter {
    private final Lock lock = new ReentrantLock();
    private int value;

    @Override
    void increment() {
      lock.lock();
      try {
        value++;
      } finally {
        lock.unlock();
      }
    }

    @Override
    int value() {
      return value;
    }
  }

  /** A semaphore with one permit; the outcome is inherited. */
  @JCStressTest
  @State
  public static class Permit extends AbstractCounter {
    private final Semaphore permit = new Semaphore(1);
    private int value;

    @Override
    void increment() {
      permit.acquireUninterruptibly();
      value++;
      permit.release();
    }

    @Override
    int value() {
      return value;
    }
  }

  /** Actors that are repeated and call those above; the outcome is inherited. */
  @JCStressTest
  @State
  public static class Repeated extends AbstractCounter {
    private final AtomicInteger value = new AtomicInteger();

    @Override
    void increment() {
      value.incrementAndGet();
    }

    @Override
    int value() {
      return value.get();
    }

    @Override
    @Actor
    public void first() {
      super.first();
    }

    @Override
    @Actor
    public void second() {
      super.second();
    }

    @Override
    @Arbiter
    public void count(I_Result r) {
      super.count(r);
    }
  }
}
