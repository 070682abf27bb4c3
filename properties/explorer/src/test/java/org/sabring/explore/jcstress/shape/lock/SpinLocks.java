package org.sabring.explore.jcstress.shape.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Locks that are waited for by spinning, around a plain counter. */
public class SpinLocks {

  /** Taken by compareAndSet, given back by a volatile write. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "one after the other")
  @Outcome(id = "1", expect = FORBIDDEN, desc = "an update is lost")
  public static class CompareAndSet {
    private final AtomicBoolean taken = new AtomicBoolean();
    private int counter;

    private void increment() {
      while (!taken.compareAndSet(false, true)) {
        Thread.onSpinWait();
      }
      counter++;
      taken.set(false);
    }

    @Actor
    public void first() {
      increment();
    }

    @Actor
    public void second() {
      increment();
    }

    @Arbiter
    public void count(I_Result r) {
      r.r1 = counter;
    }
  }

  /** Taken by an acquire, given back by a release. */
  @JCStressTest
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "one after the other")
  @Outcome(id = "1", expect = FORBIDDEN, desc = "an update is lost")
  public static class AcquireRelease {

    /** The lock and what it guards. */
    @State
    public static class Guarded {
      final AtomicInteger taken = new AtomicInteger();
      int counter;

      void increment() {
        while (taken.compareAndExchangeAcquire(0, 1) != 0) {
          Thread.onSpinWait();
        }
        counter++;
        taken.setRelease(0);
      }
    }

    @Actor
    public void first(Guarded guarded) {
      guarded.increment();
    }

    @Actor
    public void second(Guarded guarded) {
      guarded.increment();
    }

    @Arbiter
    public void count(Guarded guarded, I_Result r) {
      r.r1 = guarded.counter;
    }
  }

  /** Given back by an opaque write, which hands nothing over. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "one after the other")
  @Outcome(id = "1", expect = ACCEPTABLE_INTERESTING, desc = "the counter came late")
  public static class OpaqueUnlock {
    final AtomicInteger taken = new AtomicInteger();
    int counter;

    void increment() {
      while (taken.compareAndExchangeAcquire(0, 1) != 0) {
        Thread.onSpinWait();
      }
      counter++;
      taken.setOpaque(0);
    }

    @Actor
    public void first() {
      increment();
    }

    @Actor
    public void second() {
      increment();
    }

    @Arbiter
    public void count(I_Result r) {
      r.r1 = counter;
    }
  }

  /** Asked and then taken, in two steps: both may pass. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "one after the other")
  @Outcome(id = "1", expect = ACCEPTABLE_INTERESTING, desc = "both were in")
  public static class AskThenTake {
    volatile boolean taken;
    int counter;

    void increment() {
      while (taken) {
        Thread.onSpinWait();
      }
      taken = true;
      counter++;
      taken = false;
    }

    @Actor
    public void first() {
      increment();
    }

    @Actor
    public void second() {
      increment();
    }

    @Arbiter
    public void count(I_Result r) {
      r.r1 = counter;
    }
  }

  /** A ticket lock: in the order of the numbers drawn. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0, 1", "1, 0"},
      expect = ACCEPTABLE,
      desc = "each sees the other or not")
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "both were in")
  @Outcome(expect = FORBIDDEN, desc = "never counted")
  public static class Ticket {
    private final AtomicInteger next = new AtomicInteger();
    private volatile int serving;
    private int counter;

    private int increment() {
      int mine = next.getAndIncrement();
      while (serving != mine) {
        Thread.onSpinWait();
      }
      int before = counter++;
      serving = mine + 1;
      return before;
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = increment();
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = increment();
    }
  }
}
