package org.sabring.explore.jcstress.shape.lock;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two sides that count; how, the classes below say. No test itself. */
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both are counted")
public abstract class AbstractCounter {

  abstract void increment();

  abstract int value();

  /** One side. */
  @Actor
  public void first() {
    increment();
  }

  /** The other. */
  @Actor
  public void second() {
    increment();
  }

  /** After both. */
  @Arbiter
  public void count(I_Result r) {
    r.r1 = value();
  }
}
