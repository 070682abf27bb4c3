package org.sabring.properties.explore.anyclass;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two jcstress tests, of which one promises too much. */
final class SmallStressTest {

  private SmallStressTest() {}

  @JCStressTest
  @State
  @Outcome(
      id = {"0, 1", "1, 0", "1, 1"},
      expect = Expect.ACCEPTABLE)
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN)
  static class Volatile {
    volatile int x;
    volatile int y;

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
      expect = Expect.ACCEPTABLE)
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN)
  static class Plain {
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
}
