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

/** S: a write is read, and the reader writes under what came before that write. */
public class ShapeS {

  /** The state of all: two plain fields and two that are not. */
  @State
  public static class Fields {
    int x;
    int y;
    volatile int volatileY;
    final AtomicInteger atomicX = new AtomicInteger();
    final AtomicInteger atomicY = new AtomicInteger();
  }

  /** Plain: the reader's write may be the earlier one. */
  @JCStressTest
  @Outcome(id = "1, 2", expect = ACCEPTABLE_INTERESTING, desc = "the first write is the last")
  @Outcome(
      id = {"0, 1", "0, 2", "1, 1"},
      expect = ACCEPTABLE)
  public static class Plain {
    @Actor
    public void left(Fields f) {
      f.x = 2;
      f.y = 1;
    }

    @Actor
    public void right(Fields f, II_Result r) {
      r.r1 = f.y;
      f.x = 1;
    }

    @Arbiter
    public void end(Fields f, II_Result r) {
      r.r2 = f.x;
    }
  }

  /** Opaque: the same. */
  @JCStressTest
  @Outcome(id = "1, 2", expect = ACCEPTABLE_INTERESTING, desc = "the first write is the last")
  @Outcome(
      id = {"0, 1", "0, 2", "1, 1"},
      expect = ACCEPTABLE)
  public static class Opaque {
    @Actor
    public void left(Fields f) {
      f.atomicX.setOpaque(2);
      f.atomicY.setOpaque(1);
    }

    @Actor
    public void right(Fields f, II_Result r) {
      r.r1 = f.atomicY.getOpaque();
      f.atomicX.setOpaque(1);
    }

    @Arbiter
    public void end(Fields f, II_Result r) {
      r.r2 = f.atomicX.get();
    }
  }

  /** Release and acquire: what comes after in happens-before comes after in x as well. */
  @JCStressTest
  @Outcome(id = "1, 2", expect = FORBIDDEN, desc = "the overwritten value is back")
  @Outcome(
      id = {"0, 1", "0, 2", "1, 1"},
      expect = ACCEPTABLE)
  public static class ReleaseAcquire {
    @Actor
    public void left(Fields f) {
      f.atomicX.setOpaque(2);
      f.atomicY.setRelease(1);
    }

    @Actor
    public void right(Fields f, II_Result r) {
      r.r1 = f.atomicY.getAcquire();
      f.atomicX.setOpaque(1);
    }

    @Arbiter
    public void end(Fields f, II_Result r) {
      r.r2 = f.atomicX.get();
    }
  }

  /** A volatile flag orders even plain writes. */
  @JCStressTest
  @Outcome(id = "1, 2", expect = FORBIDDEN, desc = "the overwritten value is back")
  @Outcome(
      id = {"0, 1", "0, 2", "1, 1"},
      expect = ACCEPTABLE)
  public static class VolatileFlag {
    @Actor
    public void left(Fields f) {
      f.x = 2;
      f.volatileY = 1;
    }

    @Actor
    public void right(Fields f, II_Result r) {
      r.r1 = f.volatileY;
      f.x = 1;
    }

    @Arbiter
    public void end(Fields f, II_Result r) {
      r.r2 = f.x;
    }
  }
}
