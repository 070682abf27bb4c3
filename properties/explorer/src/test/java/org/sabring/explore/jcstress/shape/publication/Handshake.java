package org.sabring.explore.jcstress.shape.publication;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** There and back: a plain box goes over, is changed there, and comes back. */
@JCStressTest
@State
@Description("Ownership goes over by a release and back by a release; nobody else touches the box.")
@Outcome(id = "11", expect = ACCEPTABLE, desc = "both have written, one after the other")
@Outcome(expect = FORBIDDEN, desc = "a write is lost or not seen")
public class Handshake {
  private final AtomicInteger turn = new AtomicInteger();
  private int box;

  @Actor
  public void here(I_Result r) {
    box = 1;
    turn.setRelease(1);
    while (turn.getAcquire() != 2) {
      Thread.onSpinWait();
    }
    r.r1 = box;
  }

  @Actor
  public void there() {
    while (turn.getAcquire() != 1) {
      Thread.onSpinWait();
    }
    box += 10;
    turn.setRelease(2);
  }
}
