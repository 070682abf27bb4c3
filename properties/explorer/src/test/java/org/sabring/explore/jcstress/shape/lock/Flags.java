package org.sabring.explore.jcstress.shape.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** Does the waiter ever see the flag? */
public class Flags {

  /** A volatile flag is seen. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen")
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "never seen")
  public static class Volatile {
    volatile boolean flag;

    @Actor
    public void waiter() {
      while (!flag) {
        Thread.onSpinWait();
      }
    }

    @Signal
    public void signal() {
      flag = true;
    }
  }

  /** A plain flag may be read once, and never again. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen")
  @Outcome(id = "STALE", expect = ACCEPTABLE_INTERESTING, desc = "read before the loop")
  public static class Plain {
    boolean flag;

    @Actor
    public void waiter() {
      while (!flag) {
        // again
      }
    }

    @Signal
    public void signal() {
      flag = true;
    }
  }

  /** Thread.yield() does not make it be read. */
  @JCStressTest(Mode.Termination)
  @Ref("https://docs.oracle.com/javase/specs/jls/se17/html/jls-17.html#jls-17.3")
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen")
  @Outcome(id = "STALE", expect = ACCEPTABLE_INTERESTING, desc = "read before the loop")
  public static class PlainWithYield {

    /** The flag. */
    @State
    public static class Flag {
      boolean up;
    }

    @Actor
    public void waiter(Flag flag) {
      while (!flag.up) {
        Thread.yield();
      }
    }

    @Signal
    public void signal(Flag flag) {
      flag.up = true;
    }
  }

  /** An opaque flag is seen some day. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen")
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "never seen")
  public static class Opaque {
    final AtomicBoolean flag = new AtomicBoolean();

    @Actor
    public void waiter() {
      while (!flag.getOpaque()) {
        Thread.onSpinWait();
      }
    }

    @Signal
    public void signal() {
      flag.setOpaque(true);
    }
  }

  /** So is a released one. */
  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen")
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "never seen")
  public static class ReleaseAcquire {

    /** A number to wait for. */
    @State
    public static class Number {
      final AtomicInteger value = new AtomicInteger();
    }

    @Actor
    public void waiter(Number number) {
      int seen;
      do {
        seen = number.value.getAcquire();
      } while (seen == 0);
    }

    @Signal
    public void signal(Number number) {
      number.value.setRelease(1);
    }
  }

  /** A plain flag, read and written under one lock. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen")
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "never seen")
  public static class Synchronized {
    private boolean flag;

    private synchronized boolean isUp() {
      return flag;
    }

    @Actor
    public void waiter() {
      while (!isUp()) {
        Thread.onSpinWait();
      }
    }

    @Signal
    public synchronized void signal() {
      flag = true;
    }
  }

  /** The writer has forgotten the lock. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "seen")
  @Outcome(id = "STALE", expect = ACCEPTABLE_INTERESTING, desc = "no order, no promise")
  public static class HalfSynchronized {
    private boolean flag;

    private synchronized boolean isUp() {
      return flag;
    }

    @Actor
    public void waiter() {
      while (!isUp()) {
        Thread.onSpinWait();
      }
    }

    @Signal
    public void signal() {
      flag = true;
    }
  }
}
