package org.sabring.explore.jcstress.shape.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** Is the sleeper ever woken? */
public class Sleepers {

  /** A guarded wait. */
  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "the notification is lost")
  public static class WaitNotify {

    /** A door to wait at. */
    @State
    public static class Door {
      private boolean open;

      synchronized void pass() throws InterruptedException {
        while (!open) {
          wait();
        }
      }

      synchronized void open() {
        open = true;
        notify();
      }
    }

    @Actor
    public void sleeper(Door door) throws InterruptedException {
      door.pass();
    }

    @Signal
    public void signal(Door door) {
      door.open();
    }
  }

  /** A wait without a guard: the notification may come before it. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(id = "STALE", expect = ACCEPTABLE_INTERESTING, desc = "notified before it slept")
  public static class WaitUnguarded {
    private final Object lock = new Object();

    @Actor
    public void sleeper() throws InterruptedException {
      synchronized (lock) {
        lock.wait();
      }
    }

    @Signal
    public void signal() {
      synchronized (lock) {
        lock.notifyAll();
      }
    }
  }

  /** Asked outside of the lock, and then waited for: the notification may come in between. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(id = "STALE", expect = ACCEPTABLE_INTERESTING, desc = "notified before it slept")
  public static class AskedOutside {
    private volatile boolean open;

    @Actor
    public void sleeper() throws InterruptedException {
      while (!open) {
        synchronized (this) {
          wait();
        }
      }
    }

    @Signal
    public void signal() {
      open = true;
      synchronized (this) {
        notifyAll();
      }
    }
  }

  /** Interrupted while it spins. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "interrupted")
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "the interrupt is lost")
  public static class InterruptSpinning {
    private volatile Thread spinner;

    @Actor
    public void spinner() {
      spinner = Thread.currentThread();
      while (!Thread.interrupted()) {
        Thread.onSpinWait();
      }
    }

    @Signal
    public void signal() {
      Thread seen;
      do {
        seen = spinner;
      } while (seen == null);
      seen.interrupt();
    }
  }

  /** Interrupted in, or before, its wait. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "interrupted")
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "the interrupt is lost")
  public static class InterruptWaiting {
    private volatile Thread sleeper;

    @Actor
    public void sleeper() {
      sleeper = Thread.currentThread();
      synchronized (this) {
        try {
          while (true) {
            wait();
          }
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    @Signal
    public void signal() {
      while (sleeper == null) {
        Thread.onSpinWait();
      }
      sleeper.interrupt();
    }
  }

  /** A condition of a ReentrantLock. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "the signal is lost")
  public static class OnCondition {
    private final Lock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private boolean open;

    @Actor
    public void sleeper() {
      lock.lock();
      try {
        while (!open) {
          opened.awaitUninterruptibly();
        }
      } finally {
        lock.unlock();
      }
    }

    @Signal
    public void signal() {
      lock.lock();
      try {
        open = true;
        opened.signal();
      } finally {
        lock.unlock();
      }
    }
  }

  /** A latch that is counted down. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "never opened")
  public static class Latch {
    private final CountDownLatch latch = new CountDownLatch(1);

    @Actor
    public void sleeper() throws InterruptedException {
      latch.await();
    }

    @Signal
    public void signal() {
      latch.countDown();
    }
  }
}
