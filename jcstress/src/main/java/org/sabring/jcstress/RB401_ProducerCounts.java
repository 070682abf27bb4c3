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
 * RB401: PRODUCED is never ahead of CONSUMED by more than the capacity for the producer, who reads
 * PRODUCED first. The ring has two slots and holds 1. CONSUMED is counted after the slot is freed,
 * so it may lag.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "FULL", expect = ACCEPTABLE, desc = "Gave up before 1 was taken.")
@Outcome(id = "STORED FULL 2 0", expect = ACCEPTABLE, desc = "1 was taken, and is not yet counted.")
@Outcome(id = "STORED FULL 2 1", expect = ACCEPTABLE, desc = "1 was taken and counted.")
@Outcome(
    id = "STORED FULL 2 2",
    expect = ACCEPTABLE,
    desc = "2 was taken and counted too, after 3 found no room.")
@Outcome(
    id = "STORED STORED 3 1",
    expect = ACCEPTABLE,
    desc = "2 was taken in time for 3, and is not yet counted.")
@Outcome(id = "STORED STORED 3 2", expect = ACCEPTABLE, desc = "2 was taken and counted.")
@Outcome(expect = FORBIDDEN, desc = "The counters are further apart than the ring is long.")
public final class RB401_ProducerCounts {
  private RB401_ProducerCounts() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB401_ProducerCounts.class)
  @Outcome(
      id = "STORED STORED 3 0",
      expect = FORBIDDEN,
      desc = "PRODUCED is ahead by more than the capacity.")
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

  /** The control: never finds the ring full. */
  @JCStressTest
  @JCStressMeta(RB401_ProducerCounts.class)
  @Outcome(
      id = ".*",
      expect = FORBIDDEN,
      desc = "More were stored than fit: PRODUCED is ahead by more than the capacity.")
  @State
  public static class OverwriteOldest extends Scene {
    @Actor
    public void producer(L_Result r) {
      r.r1 = produce();
    }

    @Actor
    public void consumer() {
      consume();
    }
  }

  /** Opaque cursors do not order the slots, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB401_ProducerCounts.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Weaker accesses do not order the slot with the cursor: what was in it may come.")
  @State
  public static class Opaque extends Scene {
    @Actor
    public void producer(L_Result r) {
      r.r1 = produce();
    }

    @Actor
    public void consumer() {
      consume();
    }
  }

  /** Plain cursors order nothing, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB401_ProducerCounts.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Weaker accesses do not order the slot with the cursor: what was in it may come.")
  @State
  public static class Plain extends Scene {
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
