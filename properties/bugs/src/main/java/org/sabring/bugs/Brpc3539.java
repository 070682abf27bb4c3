package org.sabring.bugs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * brpc #3539: a worker sleeps beside a task.
 *
 * <p>Who has a task moves the lot's signal, and wakes a worker only if a counter says that one
 * waits. A worker counts itself and sleeps if the signal is still the one that it knows. The
 * counter is relaxed on both sides, so each may miss what the other has just done.
 *
 * <p>The atomic additions are full barriers on x86, so it takes weaker memory. The futex is a
 * monitor here, with the barrier that the kernel has in it.
 *
 * @see <a href="https://github.com/apache/brpc/pull/3539">the report</a>
 */
public final class Brpc3539 {

  private Brpc3539() {}

  /** Where workers wait for tasks. */
  abstract static class ParkingLot {
    static final VarHandle PENDING;
    static final VarHandle WAITERS;

    static {
      try {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        PENDING = lookup.findVarHandle(ParkingLot.class, "pending", int.class);
        WAITERS = lookup.findVarHandle(ParkingLot.class, "waiters", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    final AtomicInteger task = new AtomicInteger();
    int pending;
    int waiters;

    void submit(int submitted) {
      task.setRelease(submitted);
      if (addPending() != 0) {
        synchronized (this) {
          notify();
        }
      }
    }

    int work() {
      while (true) {
        int known = (int) PENDING.getAcquire(this);
        int found = task.getAndSet(0);
        if (found != 0) {
          return found;
        }
        addWaiters(1);
        sleepIf(known);
        addWaiters(-1);
      }
    }

    private synchronized void sleepIf(int known) {
      VarHandle.fullFence();
      if ((int) PENDING.getOpaque(this) == known) {
        try {
          wait();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }

    /** Moves the signal, and says how many wait. */
    abstract int addPending();

    abstract void addWaiters(int more);
  }

  /** A counter without order. */
  static final class Relaxed extends ParkingLot {
    @Override
    int addPending() {
      PENDING.getAndAddRelease(this, 2);
      return (int) WAITERS.getOpaque(this);
    }

    @Override
    void addWaiters(int more) {
      WAITERS.getAndAddRelease(this, more);
    }
  }

  /** One order of all. */
  static final class Ordered extends ParkingLot {
    @Override
    int addPending() {
      PENDING.getAndAdd(this, 2);
      VarHandle.fullFence();
      return (int) WAITERS.getVolatile(this);
    }

    @Override
    void addWaiters(int more) {
      WAITERS.getAndAdd(this, more);
    }
  }

  /** As it was. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "The task.")
  @State
  public static class Buggy {
    private final ParkingLot lot = new Relaxed();

    @Actor
    public void client() {
      lot.submit(1);
    }

    @Actor
    public void worker(I_Result r) {
      r.r1 = lot.work();
    }
  }

  /** As it should be. */
  @JCStressTest
  @Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "The task.")
  @State
  public static class Mended {
    private final ParkingLot lot = new Ordered();

    @Actor
    public void client() {
      lot.submit(1);
    }

    @Actor
    public void worker(I_Result r) {
      r.r1 = lot.work();
    }
  }
}
