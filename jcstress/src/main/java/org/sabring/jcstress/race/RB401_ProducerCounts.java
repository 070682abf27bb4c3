package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.attempt;
import static org.sabring.jcstress.fixture.Rings.holding;
import static org.sabring.ring.Offered.FULL;
import static org.sabring.spec.law.Rule.RB104;
import static org.sabring.spec.law.Rule.RB401;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB401: PRODUCED is never ahead of CONSUMED by more than the capacity for the producer, who reads
 * PRODUCED first. The ring has two slots and holds 1. CONSUMED is counted after the slot is freed,
 * so it may lag. Opaque cursors do not show more: to notify each side takes the lock of the waiter
 * lists, and that hands over what was counted before.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB401, RB104},
    controls = "OverwriteOldest",
    weakened = "AllPlain")
@JCStressTest
@Outcome(id = "FULL, null, null, null", expect = ACCEPTABLE, desc = "Gave up before 1 was taken.")
@Outcome(
    id = "STORED, FULL, 2, 0",
    expect = ACCEPTABLE,
    desc = "1 was taken, and is not yet counted.")
@Outcome(id = "STORED, FULL, 2, 1", expect = ACCEPTABLE, desc = "1 was taken and counted.")
@Outcome(
    id = "STORED, FULL, 2, 2",
    expect = ACCEPTABLE,
    desc = "2 was taken and counted too, after 3 found no room.")
@Outcome(
    id = "STORED, STORED, 3, 1",
    expect = ACCEPTABLE,
    desc = "2 was taken in time for 3, and is not yet counted.")
@Outcome(id = "STORED, STORED, 3, 2", expect = ACCEPTABLE, desc = "2 was taken and counted.")
@Outcome(
    id = "STORED, STORED, 3, 0",
    expect = FORBIDDEN,
    desc = "PRODUCED is ahead by more than the capacity.")
@Outcome(expect = FORBIDDEN, desc = "The counters are further apart than the ring is long.")
@State
public class RB401_ProducerCounts {
  final CursorRing ring = holding(Rings.compact(2), 1);

  @Actor
  public void producer(LLLL_Result r) {
    r.r1 = attempt(() -> ring.producer().offer(2));
    if (r.r1 != FULL) {
      r.r2 = ring.producer().offer(3);
      r.r3 = ring.memory().getOpaque(ring.layout().produced());
      r.r4 = ring.memory().getOpaque(ring.layout().consumed());
    }
  }

  @Actor
  public void consumer() {
    ring.consumer().poll();
    attempt(() -> ring.consumer().poll());
  }
}
