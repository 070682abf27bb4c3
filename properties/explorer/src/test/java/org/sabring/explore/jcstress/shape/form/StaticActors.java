package org.sabring.explore.jcstress.shape.form;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** Actors that are static, and a state with a base class. */
@JCStressTest
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "no order of volatile accesses does this")
@Outcome(id = ".*", expect = ACCEPTABLE)
public class StaticActors {

  /** What is inherited. */
  abstract static class Base {
    volatile long x;
  }

  /** What is added. */
  @State
  public static class Derived extends Base {
    volatile long y;
  }

  @Actor
  public static void left(Derived d, JJ_Result r) {
    d.x = 1;
    r.r1 = d.y;
  }

  @Actor
  public static void right(Derived d, JJ_Result r) {
    d.y = 1;
    r.r2 = d.x;
  }
}
