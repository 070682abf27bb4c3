package org.sabring.explore.jcstress.shape.form;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIJ_Result;

/** An arbiter that works on what the actors have left in the result. */
@JCStressTest
@State
@Outcome(id = "1, 3, 4", expect = ACCEPTABLE, desc = "first, second")
@Outcome(id = "3, 2, 5", expect = ACCEPTABLE, desc = "second, first")
@Outcome(expect = FORBIDDEN, desc = "not one after the other")
public class ArbiterJudges {
  private final AtomicLong sum = new AtomicLong();

  @Actor
  public void one(IIJ_Result r) {
    r.r1 = (int) sum.addAndGet(1);
  }

  @Actor
  public void two(IIJ_Result r) {
    r.r2 = (int) sum.addAndGet(2);
  }

  @Arbiter
  public void monitor(IIJ_Result r) {
    r.r3 = r.r1 + r.r2;
  }
}
