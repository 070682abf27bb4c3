package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * RB503: a producer that waits for room is freed by the cancel. The ring is full. The flag is in
 * the word that the producer waits on.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "CANCELLED NO_WAIT", expect = ACCEPTABLE, desc = "The consumer had cancelled.")
@Outcome(id = "CANCELLED NOT_EQUAL", expect = ACCEPTABLE, desc = "It did just before the wait.")
@Outcome(id = "CANCELLED OK", expect = ACCEPTABLE, desc = "Slept, and was woken.")
@Outcome(expect = FORBIDDEN, desc = "Something else than cancelled.")
public final class RB503_CancelAgainstPut {
  private RB503_CancelAgainstPut() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB503_CancelAgainstPut.class)
  @Outcome(id = "ASLEEP", expect = FORBIDDEN, desc = "Left asleep for ten seconds.")
  @State
  public static class Shipped extends Scene {
    @Actor
    public void producer(L_Result r) {
      r.r1 = produce();
    }

    @Actor
    public void consumer() {
      consume();
    }
  }

  /** The control: cancels and wakes nobody. */
  @JCStressTest
  @JCStressMeta(RB503_CancelAgainstPut.class)
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The consumer cancelled, and told nobody.")
  @State
  public static class CancelWithoutNotify extends Scene {
    @Actor
    public void producer(L_Result r) {
      r.r1 = produce();
    }

    @Actor
    public void consumer() {
      consume();
    }
  }
}
