package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * RB401: CONSUMED is never ahead of PRODUCED for the consumer, who reads CONSUMED first. (Were they
 * read in the other order, an element that comes in between would make CONSUMED look ahead.)
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "EMPTY", expect = ACCEPTABLE, desc = "Gave up before the offer.")
@Outcome(id = "42 1 1", expect = ACCEPTABLE, desc = "Took it; both have counted.")
@Outcome(expect = FORBIDDEN, desc = "Counted twice, or what did not happen.")
public final class RB401_ConsumerCounts {
  private RB401_ConsumerCounts() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB401_ConsumerCounts.class)
  @Outcome(id = "42 1 0", expect = FORBIDDEN, desc = "CONSUMED is ahead of PRODUCED.")
  @State
  public static class Shipped extends Scene {
    @Actor
    public void producer() {
      produce();
    }

    @Actor
    public void consumer(L_Result r) {
      r.r1 = consume();
    }
  }

  /** The control: keeps the count back until the cursor is out. */
  @JCStressTest
  @JCStressMeta(RB401_ConsumerCounts.class)
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "PRODUCED is counted after WRITE is published.")
  @State
  public static class CountAfterPublish extends Scene {
    @Actor
    public void producer() {
      produce();
    }

    @Actor
    public void consumer(L_Result r) {
      r.r1 = consume();
    }
  }

  /** Opaque cursors do not order the slots, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB401_ConsumerCounts.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Weaker accesses do not order the slot with the cursor: what was in it may come.")
  @State
  public static class Opaque extends Scene {
    @Actor
    public void producer() {
      produce();
    }

    @Actor
    public void consumer(L_Result r) {
      r.r1 = consume();
    }
  }

  /** Plain cursors order nothing, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB401_ConsumerCounts.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Weaker accesses do not order the slot with the cursor: what was in it may come.")
  @State
  public static class Plain extends Scene {
    @Actor
    public void producer() {
      produce();
    }

    @Actor
    public void consumer(L_Result r) {
      r.r1 = consume();
    }
  }
}
