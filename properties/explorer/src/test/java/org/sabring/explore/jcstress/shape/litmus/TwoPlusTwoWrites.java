package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** 2+2W: two sides write two locations in opposite orders; both first writes cannot be the last. */
class TwoPlusTwoWrites {

  /** With plain fields they can. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1", expect = ACCEPTABLE_INTERESTING, desc = "both first writes are the last")
  @Outcome(
      id = {"1, 2", "2, 1", "2, 2"},
      expect = ACCEPTABLE)
  public static class Plain {
    int x;
    int y;

    @Actor
    void left() {
      x = 1;
      y = 2;
    }

    @Actor
    void right() {
      y = 1;
      x = 2;
    }

    @Arbiter
    void end(II_Result r) {
      r.r1 = x;
      r.r2 = y;
    }
  }

  /** Releases say nothing to each other. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1", expect = ACCEPTABLE_INTERESTING, desc = "both first writes are the last")
  @Outcome(
      id = {"1, 2", "2, 1", "2, 2"},
      expect = ACCEPTABLE)
  public static class Release {
    final AtomicInteger x = new AtomicInteger();
    final AtomicInteger y = new AtomicInteger();

    @Actor
    void left() {
      x.setRelease(1);
      y.setRelease(2);
    }

    @Actor
    void right() {
      y.setRelease(1);
      x.setRelease(2);
    }

    @Arbiter
    void end(II_Result r) {
      r.r1 = x.get();
      r.r2 = y.get();
    }
  }

  /** With volatile fields, one of the second writes is the last. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "no order of volatile accesses does this")
  @Outcome(
      id = {"1, 2", "2, 1", "2, 2"},
      expect = ACCEPTABLE)
  public static class Volatile {
    volatile int x;
    volatile int y;

    @Actor
    void left() {
      x = 1;
      y = 2;
    }

    @Actor
    void right() {
      y = 1;
      x = 2;
    }

    @Arbiter
    void end(II_Result r) {
      r.r1 = x;
      r.r2 = y;
    }
  }

  /** Full fences between opaque writes do the same. */
  @JCStressTest
  @State
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "one of the fences is the first")
  @Outcome(
      id = {"1, 2", "2, 1", "2, 2"},
      expect = ACCEPTABLE)
  public static class FullFences {
    final AtomicInteger x = new AtomicInteger();
    final AtomicInteger y = new AtomicInteger();

    @Actor
    void left() {
      x.setOpaque(1);
      VarHandle.fullFence();
      y.setOpaque(2);
    }

    @Actor
    void right() {
      y.setOpaque(1);
      VarHandle.fullFence();
      x.setOpaque(2);
    }

    @Arbiter
    void end(II_Result r) {
      r.r1 = x.get();
      r.r2 = y.get();
    }
  }
}
