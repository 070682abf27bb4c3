package org.sabring.explore.jcstress.shape.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZL_Result;

/** The entry of Dekker's lock without waiting: who sees no other goes in and writes its name. */
public class DekkerEntry {

  /** With volatile flags one of them stays out. */
  @JCStressTest
  @State
  @Outcome(id = "true, true, .*", expect = FORBIDDEN, desc = "both went in")
  @Outcome(id = "true, false, left", expect = ACCEPTABLE)
  @Outcome(id = "false, true, right", expect = ACCEPTABLE)
  @Outcome(id = "false, false, null", expect = ACCEPTABLE, desc = "both stay out")
  public static class Volatile {
    volatile boolean left;
    volatile boolean right;
    String name;

    @Actor
    public void left(ZZL_Result r) {
      left = true;
      if (!right) {
        name = "left";
        r.r1 = true;
      }
    }

    @Actor
    public void right(ZZL_Result r) {
      right = true;
      if (!left) {
        name = "right";
        r.r2 = true;
      }
    }

    @Arbiter
    public void look(ZZL_Result r) {
      r.r3 = name;
    }
  }

  /** With plain ones both may go in. */
  @JCStressTest
  @State
  @Outcome(id = "true, true, (left|right)", expect = ACCEPTABLE_INTERESTING, desc = "both went in")
  @Outcome(
      id = {"true, false, left", "false, true, right", "false, false, null"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN, desc = "no name, or that of nobody who went in")
  public static class Plain {
    boolean left;
    boolean right;
    String name;

    @Actor
    public void left(ZZL_Result r) {
      left = true;
      if (!right) {
        name = "left";
        r.r1 = true;
      }
    }

    @Actor
    public void right(ZZL_Result r) {
      right = true;
      if (!left) {
        name = "right";
        r.r2 = true;
      }
    }

    @Arbiter
    public void look(ZZL_Result r) {
      r.r3 = name;
    }
  }
}
