package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** R: two sides write y; the one that is last there must have seen the other's x. */
public class ShapeR {

  /** Opaque accesses promise nothing of the kind. */
  @JCStressTest
  @State
  @Outcome(id = "0, 2", expect = ACCEPTABLE_INTERESTING, desc = "last in y, and x not seen")
  @Outcome(
      id = {"0, 1", "1, 1", "1, 2"},
      expect = ACCEPTABLE)
  public static class Opaque {
    final AtomicInteger x = new AtomicInteger();
    final AtomicInteger y = new AtomicInteger();

    @Actor
    public void left() {
      x.setOpaque(1);
      y.setOpaque(1);
    }

    @Actor
    public void right(II_Result r) {
      y.setOpaque(2);
      r.r1 = x.getOpaque();
    }

    @Arbiter
    public void end(II_Result r) {
      r.r2 = y.getOpaque();
    }
  }

  /** Nor do release and acquire. */
  @JCStressTest
  @State
  @Outcome(id = "0, 2", expect = ACCEPTABLE_INTERESTING, desc = "last in y, and x not seen")
  @Outcome(
      id = {"0, 1", "1, 1", "1, 2"},
      expect = ACCEPTABLE)
  public static class ReleaseAcquire {
    final AtomicInteger x = new AtomicInteger();
    final AtomicInteger y = new AtomicInteger();

    @Actor
    public void left() {
      x.setRelease(1);
      y.setRelease(1);
    }

    @Actor
    public void right(II_Result r) {
      y.setRelease(2);
      r.r1 = x.getAcquire();
    }

    @Arbiter
    public void end(II_Result r) {
      r.r2 = y.getAcquire();
    }
  }

  /** Volatile accesses do. */
  @JCStressTest
  @State
  @Outcome(id = "0, 2", expect = FORBIDDEN, desc = "last in y, and x not seen")
  @Outcome(
      id = {"0, 1", "1, 1", "1, 2"},
      expect = ACCEPTABLE)
  public static class Volatile {
    volatile int x;
    volatile int y;

    @Actor
    public void left() {
      x = 1;
      y = 1;
    }

    @Actor
    public void right(II_Result r) {
      y = 2;
      r.r1 = x;
    }

    @Arbiter
    public void end(II_Result r) {
      r.r2 = y;
    }
  }
}
