package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** RWC, read-to-write causality: x is seen and y not, so who writes y must see x. */
public class Rwc {

  /** Release and acquire do not say so. */
  @JCStressTest
  @Outcome(id = "1, 0, 0", expect = ACCEPTABLE_INTERESTING, desc = "seen by one, and then not")
  @Outcome(id = "[01], [01], [01]", expect = ACCEPTABLE)
  public static class ReleaseAcquire {

    /** What the three share. */
    @State
    public static class Shared {
      final AtomicInteger x = new AtomicInteger();
      final AtomicInteger y = new AtomicInteger();
    }

    @Actor
    public void writer(Shared s) {
      s.x.setRelease(1);
    }

    @Actor
    public void reader(III_Result r, Shared s) {
      r.r1 = s.x.getAcquire();
      r.r2 = s.y.getAcquire();
    }

    @Actor
    public void both(III_Result r, Shared s) {
      s.y.setRelease(1);
      r.r3 = s.x.getAcquire();
    }
  }

  /** Volatile accesses do. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0, 0", expect = FORBIDDEN, desc = "no order of volatile accesses does this")
  @Outcome(id = "[01], [01], [01]", expect = ACCEPTABLE)
  public static class Volatile {
    volatile int x;
    volatile int y;

    @Actor
    public void writer() {
      x = 1;
    }

    @Actor
    public void reader(III_Result r) {
      r.r1 = x;
      r.r2 = y;
    }

    @Actor
    public void both(III_Result r) {
      y = 1;
      r.r3 = x;
    }
  }
}
