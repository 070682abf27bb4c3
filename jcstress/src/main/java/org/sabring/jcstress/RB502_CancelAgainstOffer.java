package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * RB502: nothing is taken after the cancel, and nothing is stored once it is seen. The producer
 * offers 1 and 2; the consumer cancels, and then polls all the same.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(
    id = "CANCELLED CANCELLED, true CANCELLED CANCELLED",
    expect = ACCEPTABLE,
    desc = "Cancelled before both.")
@Outcome(
    id = "STORED CANCELLED, true CANCELLED CANCELLED",
    expect = ACCEPTABLE,
    desc = "Cancelled in between: 1 stays in the ring.")
@Outcome(
    id = "STORED STORED, true CANCELLED CANCELLED",
    expect = ACCEPTABLE,
    desc = "Cancelled after both, which stay in the ring.")
@Outcome(expect = FORBIDDEN, desc = "Taken after the cancel, or stored after it was seen.")
public final class RB502_CancelAgainstOffer {
  private RB502_CancelAgainstOffer() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB502_CancelAgainstOffer.class)
  @Outcome(id = "STORED STORED, true 1 2", expect = FORBIDDEN, desc = "Taken after the cancel.")
  @State
  public static class Shipped extends Scene {
    @Actor
    public void producer(LL_Result r) {
      r.r1 = produce();
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r2 = consume();
    }
  }

  /** The control: does not look whether it has cancelled. */
  @JCStressTest
  @JCStressMeta(RB502_CancelAgainstOffer.class)
  @Outcome(
      id = ".*",
      expect = FORBIDDEN,
      desc = "The consumer took, or looked, after it had cancelled.")
  @State
  public static class TakeAfterCancel extends Scene {
    @Actor
    public void producer(LL_Result r) {
      r.r1 = produce();
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r2 = consume();
    }
  }
}
