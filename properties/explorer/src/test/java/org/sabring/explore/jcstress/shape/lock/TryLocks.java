package org.sabring.explore.jcstress.shape.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZZZ_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Locks that are asked once. */
public class TryLocks {

  /** Never given back: one of two has it. */
  @JCStressTest
  @State
  @Outcome(
      id = {"true, false", "false, true"},
      expect = ACCEPTABLE,
      desc = "one has it")
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "both have it")
  @Outcome(id = "false, false", expect = FORBIDDEN, desc = "nobody has it")
  public static class Once {
    final AtomicBoolean taken = new AtomicBoolean();

    @Actor
    public void first(ZZ_Result r) {
      r.r1 = taken.compareAndSet(false, true);
    }

    @Actor
    public void second(ZZ_Result r) {
      r.r2 = taken.compareAndSet(false, true);
    }
  }

  /** A volatile flag in two steps: both may have it. */
  @JCStressTest
  @State
  @Outcome(
      id = {"true, false", "false, true"},
      expect = ACCEPTABLE,
      desc = "one has it")
  @Outcome(id = "true, true", expect = ACCEPTABLE_INTERESTING, desc = "both have it")
  @Outcome(id = "false, false", expect = FORBIDDEN, desc = "nobody has it")
  public static class TwoSteps {
    volatile boolean taken;

    private boolean take() {
      if (taken) {
        return false;
      }
      taken = true;
      return true;
    }

    @Actor
    public void first(ZZ_Result r) {
      r.r1 = take();
    }

    @Actor
    public void second(ZZ_Result r) {
      r.r2 = take();
    }
  }

  /** A ReentrantLock that is given back: who gets it counts on. */
  @JCStressTest
  @State
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "the second counts on")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "the first counts on")
  @Outcome(
      id = {"1, 0", "0, 1"},
      expect = ACCEPTABLE,
      desc = "one comes in vain")
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "both were in")
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "nobody got it")
  public static class Reentrant {
    private final ReentrantLock lock = new ReentrantLock();
    private int counter;

    private int count() {
      if (!lock.tryLock()) {
        return 0;
      }
      try {
        return ++counter;
      } finally {
        lock.unlock();
      }
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = count();
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = count();
    }
  }

  /** A semaphore with two permits and three that ask. */
  @JCStressTest
  @State
  @Outcome(
      id = {"true, true, false", "true, false, true", "false, true, true"},
      expect = ACCEPTABLE,
      desc = "two of three")
  @Outcome(id = "true, true, true", expect = FORBIDDEN, desc = "more than there were")
  @Outcome(expect = FORBIDDEN, desc = "fewer than there were")
  public static class Permits {
    final Semaphore permits = new Semaphore(2);

    @Actor
    public void first(ZZZ_Result r) {
      r.r1 = permits.tryAcquire();
    }

    @Actor
    public void second(ZZZ_Result r) {
      r.r2 = permits.tryAcquire();
    }

    @Actor
    public void third(ZZZ_Result r) {
      r.r3 = permits.tryAcquire();
    }
  }
}
