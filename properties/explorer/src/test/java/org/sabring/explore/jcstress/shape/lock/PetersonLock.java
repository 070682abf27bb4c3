package org.sabring.explore.jcstress.shape.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Peterson's lock around a plain counter. */
@JCStressTest
@State
@Description("Two sides wait for each other with volatile flags and a turn.")
@Outcome(id = "2", expect = ACCEPTABLE, desc = "one after the other")
@Outcome(id = "1", expect = FORBIDDEN, desc = "both were in")
public class PetersonLock {
  private volatile boolean zeroWants;
  private volatile boolean oneWants;
  private volatile int turn;
  private int counter;

  @Actor
  public void zero() {
    zeroWants = true;
    turn = 1;
    while (oneWants && turn == 1) {
      Thread.onSpinWait();
    }
    counter++;
    zeroWants = false;
  }

  @Actor
  public void one() {
    oneWants = true;
    turn = 0;
    while (zeroWants && turn == 0) {
      Thread.onSpinWait();
    }
    counter++;
    oneWants = false;
  }

  @Arbiter
  public void count(I_Result r) {
    r.r1 = counter;
  }
}
