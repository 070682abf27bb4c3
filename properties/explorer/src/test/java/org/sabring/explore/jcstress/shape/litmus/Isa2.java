package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.ZZL_Result;

/** ISA2: a message that is passed on, from one flag to the next. */
public class Isa2 {

  /** Plain data behind two volatile flags. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1, 0", expect = FORBIDDEN, desc = "both flags and no data")
  @Outcome(id = "[01], [01], [01]", expect = ACCEPTABLE)
  public static class Volatile {
    int data;
    volatile int first;
    volatile int second;

    @Actor
    public void writer() {
      data = 1;
      first = 1;
    }

    @Actor
    public void between(III_Result r) {
      r.r1 = first;
      second = 1;
    }

    @Actor
    public void reader(III_Result r) {
      r.r2 = second;
      r.r3 = data;
    }
  }

  /** Release and acquire on both hops. */
  @JCStressTest
  @State
  @Outcome(id = "true, true, null", expect = FORBIDDEN, desc = "both flags and no data")
  @Outcome(id = "(true|false), (true|false), (null|data)", expect = ACCEPTABLE)
  public static class ReleaseAcquire {
    String data;
    final AtomicBoolean first = new AtomicBoolean();
    final AtomicBoolean second = new AtomicBoolean();

    @Actor
    public void writer() {
      data = "data";
      first.setRelease(true);
    }

    @Actor
    public void between(ZZL_Result r) {
      r.r1 = first.getAcquire();
      second.setRelease(true);
    }

    @Actor
    public void reader(ZZL_Result r) {
      r.r2 = second.getAcquire();
      r.r3 = data;
    }
  }

  /** The second hop is opaque on both ends: nothing is passed on. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1, 0", expect = ACCEPTABLE_INTERESTING, desc = "both flags and no data")
  @Outcome(id = "[01], [01], [01]", expect = ACCEPTABLE)
  public static class OpaqueHop {
    final AtomicInteger data = new AtomicInteger();
    final AtomicInteger first = new AtomicInteger();
    final AtomicInteger second = new AtomicInteger();

    @Actor
    public void writer() {
      data.setOpaque(1);
      first.setRelease(1);
    }

    @Actor
    public void between(III_Result r) {
      r.r1 = first.getAcquire();
      second.setOpaque(1);
    }

    @Actor
    public void reader(III_Result r) {
      r.r2 = second.getOpaque();
      r.r3 = data.getAcquire();
    }
  }

  /** The second hop goes through a monitor. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1, 0", expect = FORBIDDEN, desc = "both flags and no data")
  @Outcome(id = "[01], [01], [01]", expect = ACCEPTABLE)
  public static class ThroughMonitor {
    int data;
    volatile int first;
    int second;

    @Actor
    public void writer() {
      data = 1;
      first = 1;
    }

    @Actor
    public void between(III_Result r) {
      r.r1 = first;
      synchronized (this) {
        second = 1;
      }
    }

    @Actor
    public void reader(III_Result r) {
      synchronized (this) {
        r.r2 = second;
      }
      r.r3 = data;
    }
  }
}
