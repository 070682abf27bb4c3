package org.sabring.explore.jcstress.shape.update;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Sequence locks: a reader that changes nothing, and throws away what it read in between. */
public class SeqLocks {

  /** With the fences that it needs. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "before")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "after")
  @Outcome(id = "-1, -1", expect = ACCEPTABLE, desc = "thrown away")
  @Outcome(expect = FORBIDDEN, desc = "half of a write")
  public static class Fenced {
    final AtomicInteger sequence = new AtomicInteger();
    final AtomicInteger one = new AtomicInteger();
    final AtomicInteger two = new AtomicInteger();

    @Actor
    public void writer() {
      sequence.setOpaque(1);
      VarHandle.releaseFence();
      one.setOpaque(1);
      two.setOpaque(1);
      sequence.setRelease(2);
    }

    @Actor
    public void reader(II_Result r) {
      int before = sequence.getAcquire();
      int seenOne = one.getOpaque();
      int seenTwo = two.getOpaque();
      VarHandle.acquireFence();
      int after = sequence.getOpaque();
      boolean whole = before == after && (before & 1) == 0;
      r.r1 = whole ? seenOne : -1;
      r.r2 = whole ? seenTwo : -1;
    }
  }

  /** With a volatile sequence and plain data, which is what many write. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0, 0", "1, 1", "-1, -1"},
      expect = ACCEPTABLE)
  @Outcome(
      id = {"0, 1", "1, 0"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "half of a write")
  public static class VolatileSequence {
    volatile int sequence;
    int one;
    int two;

    @Actor
    public void writer() {
      sequence = 1;
      one = 1;
      two = 1;
      sequence = 2;
    }

    @Actor
    public void reader(II_Result r) {
      int before = sequence;
      int seenOne = one;
      int seenTwo = two;
      boolean whole = before == sequence && (before & 1) == 0;
      r.r1 = whole ? seenOne : -1;
      r.r2 = whole ? seenTwo : -1;
    }
  }
}
