package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** Store buffering: each side writes its own and reads the other's. */
public class StoreBuffering {

  /** With plain fields both sides may miss the other's store. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING, desc = "both stores came late")
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE,
      desc = "one after the other")
  public static class Plain {
    int x;
    int y;

    @Actor
    public void left(II_Result r) {
      x = 1;
      r.r1 = y;
    }

    @Actor
    public void right(II_Result r) {
      y = 1;
      r.r2 = x;
    }
  }

  /** Opaque accesses say nothing of two locations. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING, desc = "both stores came late")
  @Outcome(id = "[01], [01]", expect = ACCEPTABLE, desc = "one after the other")
  public static class Opaque {
    private static final VarHandle X;
    private static final VarHandle Y;

    static {
      try {
        X = MethodHandles.lookup().findVarHandle(Opaque.class, "x", int.class);
        Y = MethodHandles.lookup().findVarHandle(Opaque.class, "y", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    int x;
    int y;

    @Actor
    public void left(II_Result r) {
      X.setOpaque(this, 1);
      r.r1 = (int) Y.getOpaque(this);
    }

    @Actor
    public void right(II_Result r) {
      Y.setOpaque(this, 1);
      r.r2 = (int) X.getOpaque(this);
    }
  }

  /** A release does not hold back an acquire that comes after it. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING, desc = "both stores came late")
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE)
  public static class ReleaseAcquire {
    final AtomicInteger x = new AtomicInteger();
    final AtomicInteger y = new AtomicInteger();

    @Actor
    public void left(II_Result r) {
      x.setRelease(1);
      r.r1 = y.getAcquire();
    }

    @Actor
    public void right(II_Result r) {
      y.setRelease(1);
      r.r2 = x.getAcquire();
    }
  }

  /** All volatile accesses have one order, so one side is last and sees the other. */
  @JCStressTest
  @Description("Dekker's idiom: at least one of two sees the other.")
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "no order of volatile accesses does this")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "left first")
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "right first")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "both stores first")
  @State
  public static class Volatile {
    volatile int x;
    volatile int y;

    @Actor
    public void left(II_Result r) {
      x = 1;
      r.r1 = y;
    }

    @Actor
    public void right(II_Result r) {
      y = 1;
      r.r2 = x;
    }
  }

  /** One volatile of two is not enough. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING, desc = "y is written late")
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE,
      desc = "one after the other")
  public static class HalfVolatile {
    volatile int x;
    int y;

    @Actor
    public void left(II_Result r) {
      x = 1;
      r.r1 = y;
    }

    @Actor
    public void right(II_Result r) {
      y = 1;
      r.r2 = x;
    }
  }

  /** A volatile update stands for a volatile store. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "no order of volatile accesses does this")
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE)
  public static class Swap {
    final AtomicInteger x = new AtomicInteger();
    final AtomicInteger y = new AtomicInteger();

    @Actor
    public void left(II_Result r) {
      x.getAndSet(1);
      r.r1 = y.get();
    }

    @Actor
    public void right(II_Result r) {
      y.getAndSet(1);
      r.r2 = x.get();
    }
  }

  /** A volatile update is no full fence: an opaque load may come before it. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING, desc = "both loads came early")
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE)
  public static class SwapThenOpaque {
    final AtomicInteger x = new AtomicInteger();
    final AtomicInteger y = new AtomicInteger();

    @Actor
    public void left(II_Result r) {
      x.getAndSet(1);
      r.r1 = y.getOpaque();
    }

    @Actor
    public void right(II_Result r) {
      y.getAndSet(1);
      r.r2 = x.getOpaque();
    }
  }

  /** Three in a ring: not all of them can be first. */
  @JCStressTest
  @Outcome(id = "0, 0, 0", expect = FORBIDDEN, desc = "no order of volatile accesses does this")
  @Outcome(id = "[01], [01], [01]", expect = ACCEPTABLE)
  public static class Three {

    /** What the three share. */
    @State
    public static class Shared {
      volatile int x;
      volatile int y;
      volatile int z;
    }

    @Actor
    public void first(Shared s, III_Result r) {
      s.x = 1;
      r.r1 = s.y;
    }

    @Actor
    public void second(Shared s, III_Result r) {
      s.y = 1;
      r.r2 = s.z;
    }

    @Actor
    public void third(Shared s, III_Result r) {
      s.z = 1;
      r.r3 = s.x;
    }
  }
}
