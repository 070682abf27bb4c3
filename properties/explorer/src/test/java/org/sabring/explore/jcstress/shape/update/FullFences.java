package org.sabring.explore.jcstress.shape.update;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Full fences, on both sides or on one. */
public class FullFences {

  /** Store buffering with a full fence on both sides. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "one of the fences is the first")
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE)
  public static class FullFull {
    @Actor
    public void left(Fences.Numbers n, II_Result r) {
      n.x(1);
      VarHandle.fullFence();
      r.r1 = n.y();
    }

    @Actor
    public void right(Fences.Numbers n, II_Result r) {
      n.y(1);
      VarHandle.fullFence();
      r.r2 = n.x();
    }
  }

  /** A full fence on one side has nobody to agree with. */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE_INTERESTING, desc = "the other side is not fenced")
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE)
  public static class FullNone {
    @Actor
    public void left(Fences.Numbers n, II_Result r) {
      n.x(1);
      VarHandle.fullFence();
      r.r1 = n.y();
    }

    @Actor
    public void right(Fences.Numbers n, II_Result r) {
      n.y(1);
      r.r2 = n.x();
    }
  }

  /** Dekker's idiom as it is written by hand: plain fields and full fences. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "a load came before the fence")
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE)
  public static class PlainFull {
    int x;
    int y;

    @Actor
    public void left(II_Result r) {
      x = 1;
      VarHandle.fullFence();
      r.r1 = y;
    }

    @Actor
    public void right(II_Result r) {
      y = 1;
      VarHandle.fullFence();
      r.r2 = x;
    }
  }
}
