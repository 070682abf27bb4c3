package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A released flag that its own side overwrites opaquely: the later value hands nothing over. */
@JCStressTest
@State
@Outcome(id = "2, 0", expect = ACCEPTABLE_INTERESTING, desc = "the later value is not released")
@Outcome(id = "1, 0", expect = FORBIDDEN, desc = "the released value without the data")
@Outcome(
    id = {"0, 0", "0, 1", "1, 1", "2, 1"},
    expect = ACCEPTABLE)
public class ReleaseSequence {
  final AtomicInteger data = new AtomicInteger();
  final AtomicInteger flag = new AtomicInteger();

  @Actor
  public void writer() {
    data.setOpaque(1);
    flag.setRelease(1);
    flag.setOpaque(2);
  }

  @Actor
  public void reader(II_Result r) {
    r.r1 = flag.getAcquire();
    r.r2 = data.getOpaque();
  }
}
