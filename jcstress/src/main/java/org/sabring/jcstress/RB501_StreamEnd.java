package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * RB501: a stream over the ring delivers everything, and then its end. The ring holds 1; the
 * producer puts 2 and closes, while the stream's loop polls and asks.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(
    id = "STORED true, 1 2 end close",
    expect = ACCEPTABLE,
    desc = "Everything, the end, and the close, once each.")
@Outcome(expect = FORBIDDEN, desc = "Lost, doubled, out of order, or after the end.")
public final class RB501_StreamEnd {
  private RB501_StreamEnd() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB501_StreamEnd.class)
  @Outcome(id = "STORED true, 1 end close", expect = FORBIDDEN, desc = "The end before the data.")
  @Outcome(id = "STORED true, ASLEEP", expect = FORBIDDEN, desc = "The loop was not told.")
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

  /** The control: asks whether the ring is closed before it asks whether it is empty. */
  @JCStressTest
  @JCStressMeta(RB501_StreamEnd.class)
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The end, although an element was still stored.")
  @State
  public static class ClosedBeforeEmpty extends Scene {
    @Actor
    public void producer(LL_Result r) {
      r.r1 = produce();
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r2 = consume();
    }
  }

  /** The control: closes and wakes nobody. */
  @JCStressTest
  @JCStressMeta(RB501_StreamEnd.class)
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The producer closed, and told nobody.")
  @State
  public static class CloseWithoutNotify extends Scene {
    @Actor
    public void producer(LL_Result r) {
      r.r1 = produce();
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r2 = consume();
    }
  }

  /** Opaque cursors do not order the slots, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB501_StreamEnd.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Weaker accesses do not order the slot with the cursor: what was in it may come.")
  @State
  public static class Opaque extends Scene {
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
