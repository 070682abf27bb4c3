package org.sabring.explore.jcstress.shape.update;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Fences of VarHandle between accesses that order nothing themselves. */
public class Fences {

  /** Two numbers, and what is done with them opaquely. */
  @State
  public static class Numbers {
    private static final VarHandle X;
    private static final VarHandle Y;

    static {
      try {
        X = MethodHandles.lookup().findVarHandle(Numbers.class, "x", int.class);
        Y = MethodHandles.lookup().findVarHandle(Numbers.class, "y", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private int x;
    private int y;

    int x() {
      return (int) X.getOpaque(this);
    }

    int y() {
      return (int) Y.getOpaque(this);
    }

    void x(int value) {
      X.setOpaque(this, value);
    }

    void y(int value) {
      Y.setOpaque(this, value);
    }
  }

  /** Release and acquire fences together are no full fence. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING, desc = "a store may pass both fences")
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE)
  public static class ReleaseAndAcquire {
    @Actor
    public void left(Numbers n, II_Result r) {
      n.x(1);
      VarHandle.releaseFence();
      VarHandle.acquireFence();
      r.r1 = n.y();
    }

    @Actor
    public void right(Numbers n, II_Result r) {
      n.y(1);
      VarHandle.releaseFence();
      VarHandle.acquireFence();
      r.r2 = n.x();
    }
  }

  /** Message passing with a release fence and an acquire fence. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "the flag without the data")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  public static class MessageReleaseAcquire {
    @Actor
    public void writer(Numbers n) {
      n.x(1);
      VarHandle.releaseFence();
      n.y(1);
    }

    @Actor
    public void reader(Numbers n, II_Result r) {
      r.r1 = n.y();
      VarHandle.acquireFence();
      r.r2 = n.x();
    }
  }

  /** Message passing needs no more than stores in order and loads in order. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "the flag without the data")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  public static class MessageStoreStoreLoadLoad {
    @Actor
    public void writer(Numbers n) {
      n.x(1);
      VarHandle.storeStoreFence();
      n.y(1);
    }

    @Actor
    public void reader(Numbers n, II_Result r) {
      r.r1 = n.y();
      VarHandle.loadLoadFence();
      r.r2 = n.x();
    }
  }

  /** The writer alone is fenced. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "the data was read early")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  public static class MessageReleaseOnly {
    @Actor
    public void writer(Numbers n) {
      n.x(1);
      VarHandle.releaseFence();
      n.y(1);
    }

    @Actor
    public void reader(Numbers n, II_Result r) {
      r.r1 = n.y();
      r.r2 = n.x();
    }
  }

  /** Fences on the wrong side of the flag. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "nothing lies between the fences")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  public static class MessageWrongSide {
    @Actor
    public void writer(Numbers n) {
      VarHandle.releaseFence();
      n.x(1);
      n.y(1);
    }

    @Actor
    public void reader(Numbers n, II_Result r) {
      VarHandle.acquireFence();
      r.r1 = n.y();
      r.r2 = n.x();
    }
  }

  /** A load stays above a release fence, and a store below. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "each read what came after")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 0"},
      expect = ACCEPTABLE)
  public static class LoadBuffering {
    @Actor
    public void left(Numbers n, II_Result r) {
      r.r1 = n.x();
      VarHandle.releaseFence();
      n.y(1);
    }

    @Actor
    public void right(Numbers n, II_Result r) {
      r.r2 = n.y();
      VarHandle.releaseFence();
      n.x(1);
    }
  }
}
