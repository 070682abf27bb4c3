package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * IRIW, independent reads of independent writes: do two readers agree on the order of two writes?
 */
public class Iriw {

  /** Plain: no. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0, 1, 0", expect = ACCEPTABLE_INTERESTING, desc = "the readers disagree")
  @Outcome(expect = ACCEPTABLE, desc = "the readers agree")
  public static class Plain {
    int x;
    int y;

    @Actor
    public void writeX() {
      x = 1;
    }

    @Actor
    public void writeY() {
      y = 1;
    }

    @Actor
    public void xy(IIII_Result r) {
      r.r1 = x;
      r.r2 = y;
    }

    @Actor
    public void yx(IIII_Result r) {
      r.r3 = y;
      r.r4 = x;
    }
  }

  /** Release and acquire: no. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0, 1, 0", expect = ACCEPTABLE_INTERESTING, desc = "the readers disagree")
  @Outcome(id = "[01], [01], [01], [01]", expect = ACCEPTABLE, desc = "the readers agree")
  public static class ReleaseAcquire {
    final AtomicInteger x = new AtomicInteger();
    final AtomicInteger y = new AtomicInteger();

    @Actor
    public void writeX() {
      x.setRelease(1);
    }

    @Actor
    public void writeY() {
      y.setRelease(1);
    }

    @Actor
    public void xy(IIII_Result r) {
      r.r1 = x.getAcquire();
      r.r2 = y.getAcquire();
    }

    @Actor
    public void yx(IIII_Result r) {
      r.r3 = y.getAcquire();
      r.r4 = x.getAcquire();
    }
  }

  /** Volatile: yes. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0, 1, 0", expect = FORBIDDEN, desc = "the readers disagree")
  @Outcome(expect = ACCEPTABLE, desc = "the readers agree")
  public static class Volatile {
    volatile int x;
    volatile int y;

    @Actor
    public void writeX() {
      x = 1;
    }

    @Actor
    public void writeY() {
      y = 1;
    }

    @Actor
    public void xy(IIII_Result r) {
      r.r1 = x;
      r.r2 = y;
    }

    @Actor
    public void yx(IIII_Result r) {
      r.r3 = y;
      r.r4 = x;
    }
  }

  /** Opaque, with a full fence in each reader: yes. */
  @JCStressTest
  @Outcome(id = "1, 0, 1, 0", expect = FORBIDDEN, desc = "the readers disagree")
  @Outcome(id = ".*", expect = ACCEPTABLE, desc = "the readers agree")
  public static class Fences {

    /** Two numbers. */
    @State
    public static class Numbers {
      final AtomicIntegerArray xy = new AtomicIntegerArray(2);
    }

    @Actor
    public void writeX(Numbers n) {
      n.xy.setOpaque(0, 1);
    }

    @Actor
    public void writeY(Numbers n) {
      n.xy.setOpaque(1, 1);
    }

    @Actor
    public void xy(Numbers n, IIII_Result r) {
      r.r1 = n.xy.getOpaque(0);
      VarHandle.fullFence();
      r.r2 = n.xy.getOpaque(1);
    }

    @Actor
    public void yx(Numbers n, IIII_Result r) {
      r.r3 = n.xy.getOpaque(1);
      VarHandle.fullFence();
      r.r4 = n.xy.getOpaque(0);
    }
  }

  /** Volatile writes and acquiring reads: no. */
  @JCStressTest
  @Outcome(id = "1, 0, 1, 0", expect = ACCEPTABLE_INTERESTING, desc = "the readers disagree")
  @Outcome(id = ".*", expect = ACCEPTABLE, desc = "the readers agree")
  @State
  public static class VolatileAcquire {
    final AtomicIntegerArray xy = new AtomicIntegerArray(2);

    @Actor
    public void writeX() {
      xy.set(0, 1);
    }

    @Actor
    public void writeY() {
      xy.set(1, 1);
    }

    @Actor
    public void xy(IIII_Result r) {
      r.r1 = xy.getAcquire(0);
      r.r2 = xy.getAcquire(1);
    }

    @Actor
    public void yx(IIII_Result r) {
      r.r3 = xy.getAcquire(1);
      r.r4 = xy.getAcquire(0);
    }
  }
}
