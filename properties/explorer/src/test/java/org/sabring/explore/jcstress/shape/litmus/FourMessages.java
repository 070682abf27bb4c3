package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** Four numbers written in order, and read against it. */
@JCStressTest
@State
@Outcome(id = "4, 3, 2, 1", expect = ACCEPTABLE, desc = "all")
@Outcome(id = "0, 3, 2, 1", expect = ACCEPTABLE, desc = "all but the last")
@Outcome(id = "0, 0, [02], [01]", expect = ACCEPTABLE, desc = "no flag, no promise")
@Outcome(expect = FORBIDDEN, desc = "a number without those before it")
public class FourMessages {
  private int one;
  private int two;
  private volatile int three;
  private final AtomicInteger four = new AtomicInteger();

  @Actor
  public void writer() {
    one = 1;
    two = 2;
    three = 3;
    four.lazySet(4);
  }

  @Actor
  public void reader(IIII_Result r) {
    r.r1 = four.getAcquire();
    r.r2 = three;
    r.r3 = two;
    r.r4 = one;
  }
}
