package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Load buffering: each side reads the other's and then writes its own. */
public class LoadBuffering {

  /** Plain stores may come before the loads above them. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1", expect = ACCEPTABLE_INTERESTING, desc = "both stores came early")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 0"},
      expect = ACCEPTABLE)
  public static class Plain {
    int x;
    int y;

    @Actor
    public void left(II_Result r) {
      r.r1 = x;
      y = 1;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = y;
      x = 1;
    }
  }

  /** Opaque accesses do not order two locations either. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1", expect = ACCEPTABLE_INTERESTING, desc = "both stores came early")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 0"},
      expect = ACCEPTABLE)
  public static class Opaque {
    final AtomicInteger x = new AtomicInteger();
    final AtomicInteger y = new AtomicInteger();

    @Actor
    public void left(II_Result r) {
      r.r1 = x.getOpaque();
      y.setOpaque(1);
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = y.getOpaque();
      x.setOpaque(1);
    }
  }

  /** A release comes after the loads before it. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "each read what came after")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 0"},
      expect = ACCEPTABLE)
  public static class ReleaseAcquire {
    final AtomicInteger x = new AtomicInteger();
    final AtomicInteger y = new AtomicInteger();

    @Actor
    public void left(II_Result r) {
      r.r1 = x.getAcquire();
      y.setRelease(1);
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = y.getAcquire();
      x.setRelease(1);
    }
  }

  /** Volatile accesses stay in order. */
  @JCStressTest
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "each read what came after")
  @Outcome(expect = ACCEPTABLE, desc = "any other")
  public static class Volatile {

    /** Two flags. */
    @State
    public static class Flags {
      volatile boolean x;
      volatile boolean y;
    }

    @Actor
    public void left(Flags f, ZZ_Result r) {
      r.r1 = f.x;
      f.y = true;
    }

    @Actor
    public void right(Flags f, ZZ_Result r) {
      r.r2 = f.y;
      f.x = true;
    }
  }

  /** One volatile location is enough: what was read of it happened before. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "y was read before it was written")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 0"},
      expect = ACCEPTABLE)
  public static class HalfVolatile {
    volatile int x;
    int y;

    @Actor
    public void left(II_Result r) {
      r.r1 = x;
      y = 1;
    }

    @Actor
    public void right(II_Result r) {
      r.r2 = y;
      x = 1;
    }
  }

  /** No side writes unless the other has: nothing comes out of thin air. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "nobody writes")
  @Outcome(expect = FORBIDDEN, desc = "out of thin air")
  public static class Control {
    int x;
    int y;

    @Actor
    public void left(II_Result r) {
      int seen = x;
      if (seen == 1) {
        y = 1;
      }
      r.r1 = seen;
    }

    @Actor
    public void right(II_Result r) {
      int seen = y;
      if (seen == 1) {
        x = 1;
      }
      r.r2 = seen;
    }
  }

  /** Copies of copies: there is only null to copy. */
  @JCStressTest
  @State
  @Ref("https://docs.oracle.com/javase/specs/jls/se17/html/jls-17.html#jls-17.4.8")
  @Outcome(id = "null, null", expect = ACCEPTABLE, desc = "nothing to copy")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "out of thin air")
  public static class Copies {
    String x;
    String y;

    @Actor
    public void left(LL_Result r) {
      String seen = x;
      y = seen;
      r.r1 = seen;
    }

    @Actor
    public void right(LL_Result r) {
      String seen = y;
      x = seen;
      r.r2 = seen;
    }
  }

  /** One side copies, the other writes a constant early: 1 and 1 is no thin air. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1", expect = ACCEPTABLE_INTERESTING, desc = "the constant came early")
  @Outcome(
      id = {"0, 0", "0, 1"},
      expect = ACCEPTABLE)
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "1 was read of x before anybody could copy it")
  public static class CopyOfConstant {
    int x;
    int y;

    @Actor
    public void copy(II_Result r) {
      int seen = y;
      x = seen;
      r.r2 = seen;
    }

    @Actor
    public void constant(II_Result r) {
      r.r1 = x;
      y = 1;
    }
  }
}
