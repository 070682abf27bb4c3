package org.sabring.explore.jcstress.shape.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Dekker's lock, with its turn, around a plain counter. */
@JCStressTest
@State
@Outcome(id = "2", expect = ACCEPTABLE, desc = "one after the other")
@Outcome(expect = FORBIDDEN, desc = "both were in")
public class DekkerLock {
  volatile boolean leftWants;
  volatile boolean rightWants;
  volatile boolean leftsTurn = true;
  int counter;

  @Actor
  public void left() {
    leftWants = true;
    while (rightWants) {
      if (!leftsTurn) {
        leftWants = false;
        while (!leftsTurn) {
          Thread.onSpinWait();
        }
        leftWants = true;
      }
    }
    counter++;
    leftsTurn = false;
    leftWants = false;
  }

  @Actor
  public void right() {
    rightWants = true;
    while (leftWants) {
      if (leftsTurn) {
        rightWants = false;
        while (leftsTurn) {
          Thread.onSpinWait();
        }
        rightWants = true;
      }
    }
    counter++;
    leftsTurn = true;
    rightWants = false;
  }

  @Arbiter
  public void count(I_Result r) {
    r.r1 = counter;
  }
}
