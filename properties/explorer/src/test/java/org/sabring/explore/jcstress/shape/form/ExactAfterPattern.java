package org.sabring.explore.jcstress.shape.form;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.SS_Result;

/** An exact outcome counts before a pattern, wherever it stands. */
@JCStressTest
@State
@Outcome(id = ".*", expect = ACCEPTABLE, desc = "any other")
@Outcome(id = "10, 0", expect = FORBIDDEN, desc = "the flag without the data")
public class ExactAfterPattern {
  short data;
  volatile short flag;

  @Actor
  public void writer() {
    data = 20;
    flag = 10;
  }

  @Actor
  public void reader(SS_Result r) {
    r.r1 = flag;
    r.r2 = data;
  }
}
