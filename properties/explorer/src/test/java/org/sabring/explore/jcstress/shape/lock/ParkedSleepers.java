package org.sabring.explore.jcstress.shape.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.locks.LockSupport;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** Sides that park, and who unparks them. */
public class ParkedSleepers {

  /** Parked until the flag is up; the signal unparks after the flag. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "the permit is lost")
  public static class Park {
    private volatile Thread sleeper;
    private volatile boolean flag;

    @Actor
    public void sleeper() {
      sleeper = Thread.currentThread();
      while (!flag) {
        LockSupport.park(this);
      }
    }

    @Signal
    public void signal() {
      flag = true;
      LockSupport.unpark(sleeper);
    }
  }

  /** The sleeper's name is plain, and so the signal may miss it. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(id = "STALE", expect = ACCEPTABLE_INTERESTING, desc = "unparked nobody")
  public static class ParkPlain {
    private Thread sleeper;
    private volatile boolean flag;

    @Actor
    public void sleeper() {
      sleeper = Thread.currentThread();
      while (!flag) {
        LockSupport.park(this);
      }
    }

    @Signal
    public void signal() {
      flag = true;
      LockSupport.unpark(sleeper);
    }
  }

  /** The signal unparks first and raises the flag then: the sleeper may be asleep again. */
  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "woken")
  @Outcome(id = "STALE", expect = ACCEPTABLE_INTERESTING, desc = "woken too early")
  public static class ParkWrongOrder {
    private volatile Thread sleeper;
    private volatile boolean flag;

    @Actor
    public void sleeper() {
      sleeper = Thread.currentThread();
      while (!flag) {
        LockSupport.park(this);
      }
    }

    @Signal
    public void signal() {
      LockSupport.unpark(sleeper);
      flag = true;
    }
  }
}
