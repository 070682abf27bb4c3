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
 * RB503: a stream that fails frees the producer. The ring holds 1; the producer puts 2 and 3, and
 * the stream is destroyed with an error when it delivers 1. What it has taken by then it still
 * delivers.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(
    id = "CANCELLED CANCELLED, 1 error close",
    expect = ACCEPTABLE,
    desc = "Cancelled before there was room for 2.")
@Outcome(id = "STORED CANCELLED, 1 error close", expect = ACCEPTABLE, desc = "2 stays in the ring.")
@Outcome(
    id = "STORED CANCELLED, 1 2 error close",
    expect = ACCEPTABLE,
    desc = "2 was taken before the error.")
@Outcome(
    id = "STORED STORED, 1 2 error close",
    expect = ACCEPTABLE,
    desc = "2 was taken before the error, and 3 stays in the ring.")
@Outcome(
    id = "STORED STORED, 1 2 3 error close",
    expect = ACCEPTABLE,
    desc = "Both were taken before the error.")
@Outcome(expect = FORBIDDEN, desc = "The error or the close is missing, or comes twice.")
public final class RB503_StreamError {
  private RB503_StreamError() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB503_StreamError.class)
  @Outcome(
      id = "STORED ASLEEP, 1 error close",
      expect = FORBIDDEN,
      desc = "The producer was left asleep on a ring that nobody will empty.")
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

  /** The control: cancels and wakes nobody. */
  @JCStressTest
  @JCStressMeta(RB503_StreamError.class)
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The consumer cancelled, and told nobody.")
  @State
  public static class CancelWithoutNotify extends Scene {
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
