package org.sabring.explore.hook;

import java.util.Date;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.sabring.explore.runtime.Execution;
import org.sabring.explore.runtime.Woken;

/**
 * A model of {@link java.util.concurrent.locks.ReentrantLock}: taking it, giving it back, waiting
 * and signalling are one step each. Rewritten code uses it in its place, unless the JDK's own is
 * asked for. Who waits for the lock gets it in any order, fair or not.
 */
public class LockModel implements Lock {

  public LockModel() {}

  public LockModel(boolean fair) {}

  @Override
  public void lock() {
    Locks.enter(this);
  }

  /** An interrupt is noticed before it waits for the lock, and not while. */
  @Override
  public void lockInterruptibly() throws InterruptedException {
    Threads.checkInterrupt();
    Locks.enter(this);
  }

  @Override
  public boolean tryLock() {
    return Locks.tryEnter(this);
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    Threads.checkInterrupt();
    return Locks.tryEnter(this, unit.toNanos(time));
  }

  @Override
  public void unlock() {
    Locks.exit(this);
  }

  public boolean isHeldByCurrentThread() {
    return Locks.holdsLock(this);
  }

  @Override
  public Condition newCondition() {
    return new Waiters(this);
  }

  /** A condition: who waits longest is signalled first. */
  private static final class Waiters implements Condition {
    /** By its number: each run of a call that makes a lock makes another object. */
    private final int lock;

    Waiters(LockModel lock) {
      this.lock = Execution.current().objects().idOf(lock);
    }

    private Object lock() {
      return Objects.requireNonNull(Execution.current().objects().objectOf(lock));
    }

    private boolean sleep(long nanos) throws InterruptedException {
      Woken woken = Locks.await(lock(), this, nanos, true);
      if (woken == Woken.INTERRUPTED) {
        throw new InterruptedException();
      }
      return woken != Woken.TIMED_OUT;
    }

    @Override
    public void await() throws InterruptedException {
      sleep(Locks.FOREVER);
    }

    @Override
    public void awaitUninterruptibly() {
      Locks.await(lock(), this, Locks.FOREVER, false);
    }

    @Override
    public long awaitNanos(long nanos) throws InterruptedException {
      return sleep(nanos) ? nanos - 1 : 0;
    }

    @Override
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
      return sleep(unit.toNanos(time));
    }

    @Override
    @SuppressWarnings("JavaUtilDate") // the interface has it
    public boolean awaitUntil(Date deadline) throws InterruptedException {
      return sleep(Math.max(1, TimeUnit.MILLISECONDS.toNanos(deadline.getTime())));
    }

    @Override
    public void signal() {
      Locks.signal(lock(), this, false);
    }

    @Override
    public void signalAll() {
      Locks.signal(lock(), this, true);
    }
  }
}
