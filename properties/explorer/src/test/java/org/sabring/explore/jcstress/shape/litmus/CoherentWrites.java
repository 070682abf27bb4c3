package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Coherence of writes: the order that all agree on. */
public class CoherentWrites {

  /** Two opaque writes of one side are seen in their order. */
  @JCStressTest
  @State
  @Outcome(
      id = {"1, 0", "2, 0", "2, 1"},
      expect = FORBIDDEN,
      desc = "backwards")
  @Outcome(
      id = {"0, [012]", "1, [12]", "2, 2"},
      expect = ACCEPTABLE)
  public static class OpaqueWrites {
    final AtomicInteger x = new AtomicInteger();

    @Actor
    public void writer() {
      x.setOpaque(1);
      x.setOpaque(2);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = x.getOpaque();
      r.r2 = x.getOpaque();
    }
  }

  /** Who comes after both writes sees the second, plain or not. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "the last write")
  @Outcome(id = "[01]", expect = FORBIDDEN, desc = "overwritten before")
  public static class PlainWrites {
    int x;
    int other;

    @Actor
    public void writer() {
      x = 1;
      x = 2;
    }

    @Actor
    public void bystander() {
      other = x;
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = x;
    }
  }

  /** Write, then read: one's own write or a later one. */
  @JCStressTest
  @State
  @Outcome(id = "0, .*", expect = FORBIDDEN, desc = "its own write is lost on the way")
  @Outcome(id = "2, 1", expect = FORBIDDEN, desc = "2 came later and is gone")
  @Outcome(
      id = {"1, 1", "1, 2", "2, 2"},
      expect = ACCEPTABLE)
  public static class WriteRead {
    final AtomicInteger x = new AtomicInteger();

    @Actor
    public void both(II_Result r) {
      x.setOpaque(1);
      r.r1 = x.getOpaque();
    }

    @Actor
    public void other() {
      x.setOpaque(2);
    }

    @Arbiter
    public void last(II_Result r) {
      r.r2 = x.getOpaque();
    }
  }

  /** A plain write is seen by its own side, whatever the others do. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = FORBIDDEN, desc = "its own write is lost on the way")
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "its own")
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "the other's")
  public static class PlainOwnWrite {
    int x;

    @Actor
    public void both(I_Result r) {
      x = 1;
      r.r1 = x;
    }

    @Actor
    public void other() {
      x = 2;
    }
  }
}
