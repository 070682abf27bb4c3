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

/** WRC, write-to-read causality: who hears of a write from another must see it. */
public class Wrc {

  /** Opaque: it need not be seen. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1, 0", expect = ACCEPTABLE_INTERESTING, desc = "heard of and not seen")
  @Outcome(id = "[01], [01], [01]", expect = ACCEPTABLE)
  public static class Opaque {
    final AtomicInteger x = new AtomicInteger();
    final AtomicInteger y = new AtomicInteger();

    @Actor
    public void writer() {
      x.setOpaque(1);
    }

    @Actor
    public void between(III_Result r) {
      r.r1 = x.getOpaque();
      y.setOpaque(1);
    }

    @Actor
    public void reader(III_Result r) {
      r.r2 = y.getOpaque();
      r.r3 = x.getOpaque();
    }
  }

  /** Release and acquire are cumulative. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1, 0", expect = FORBIDDEN, desc = "heard of and not seen")
  @Outcome(id = "[01], [01], [01]", expect = ACCEPTABLE)
  public static class ReleaseAcquire {
    final AtomicInteger x = new AtomicInteger();
    final AtomicInteger y = new AtomicInteger();

    @Actor
    public void writer() {
      x.setRelease(1);
    }

    @Actor
    public void between(III_Result r) {
      r.r1 = x.getAcquire();
      y.setRelease(1);
    }

    @Actor
    public void reader(III_Result r) {
      r.r2 = y.getAcquire();
      r.r3 = x.getAcquire();
    }
  }

  /** So are volatile accesses. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1, 0", expect = FORBIDDEN, desc = "heard of and not seen")
  @Outcome(expect = ACCEPTABLE, desc = "any other")
  public static class Volatile {
    volatile int x;
    volatile int y;

    @Actor
    public void writer() {
      x = 1;
    }

    @Actor
    public void between(III_Result r) {
      r.r1 = x;
      y = 1;
    }

    @Actor
    public void reader(III_Result r) {
      r.r2 = y;
      r.r3 = x;
    }
  }

  /** A plain read takes nothing along, not even what it saw. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1, 0", expect = ACCEPTABLE_INTERESTING, desc = "heard of and not seen")
  @Outcome(expect = ACCEPTABLE, desc = "any other")
  public static class PlainThenVolatile {
    int x;
    volatile int y;

    @Actor
    public void writer() {
      x = 1;
    }

    @Actor
    public void between(III_Result r) {
      r.r1 = x;
      y = 1;
    }

    @Actor
    public void reader(III_Result r) {
      r.r2 = y;
      r.r3 = x;
    }
  }
}
