package org.sabring.explore.jcstress.shape.publication;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Published through a volatile, and then passed on by a plain field: the second reader has nothing.
 */
@JCStressTest
@State
@Outcome(
    id = {"-1", "42"},
    expect = ACCEPTABLE)
@Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = "the copy is no publication")
public class PlainCopyOfVolatile {
  static class Box {
    int value;
  }

  volatile Box safe;
  Box copy;

  @Actor
  public void writer() {
    Box made = new Box();
    made.value = 42;
    safe = made;
  }

  @Actor
  public void between() {
    copy = safe;
  }

  @Actor
  public void reader(I_Result r) {
    Box seen = copy;
    r.r1 = seen == null ? -1 : seen.value;
  }
}
