package org.sabring.explore.jcstress.shape.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Pairs of fields under one lock, or under half of it. */
public class GuardedPairs {

  /** A pair, written and read under the lock, is never seen half. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0, 0", "1, 1"},
      expect = ACCEPTABLE,
      desc = "before or after")
  @Outcome(expect = FORBIDDEN, desc = "half")
  public static class Pair {
    int x;
    int y;

    @Actor
    public void writer() {
      synchronized (this) {
        x = 1;
        y = 1;
      }
    }

    @Actor
    public void reader(II_Result r) {
      synchronized (this) {
        r.r1 = y;
        r.r2 = x;
      }
    }
  }

  /** The same pair with a reader that takes no lock: all halves. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "out of order as well")
  public static class HalfSynchronizedPair {
    int x;
    int y;

    @Actor
    public void writer() {
      synchronized (this) {
        x = 1;
        y = 1;
      }
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = y;
      r.r2 = x;
    }
  }
}
