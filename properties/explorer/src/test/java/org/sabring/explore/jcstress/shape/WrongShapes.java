package org.sabring.explore.jcstress.shape;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** jcstress tests whose annotations are wrong. */
public final class WrongShapes {

  private WrongShapes() {}

  @JCStressTest
  @State
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE)
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "true of volatile fields")
  public static class Forbidden {
    int x;
    int y;

    @Actor
    void one(II_Result r) {
      x = 1;
      r.r1 = y;
    }

    @Actor
    void two(II_Result r) {
      y = 1;
      r.r2 = x;
    }
  }

  @JCStressTest
  @State
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = ACCEPTABLE)
  public static class Unlisted extends Forbidden {}

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = ACCEPTABLE)
  public static class Throws {
    int x;

    @Actor
    void one() {
      x = 1;
    }

    @Actor
    void two(I_Result r) {
      r.r1 = 1 / x;
    }
  }

  @JCStressTest
  @State
  @Outcome(id = ".*", expect = ACCEPTABLE)
  public static class Sleeps {

    @Actor
    synchronized void one() {
      notifyAll();
    }

    @Actor
    synchronized void two(I_Result r) throws InterruptedException {
      wait();
      r.r1 = 1;
    }
  }

  @JCStressTest(Mode.Termination)
  @State
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE)
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "a plain flag may be loaded once")
  public static class Stale {
    boolean flag;

    @Actor
    void waits() {
      while (!flag) {
        Thread.onSpinWait();
      }
    }

    @Signal
    void signal() {
      flag = true;
    }
  }
}
