package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB502;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB502: nothing is taken after the cancel, and nothing is stored once it is seen. The producer
 * offers 1 and 2; the consumer cancels, and then polls all the same.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB502, RB102},
    controls = "TakeAfterCancel")
@JCStressTest
@Outcome(
    id = "CANCELLED, CANCELLED, true, CANCELLED, CANCELLED",
    expect = ACCEPTABLE,
    desc = "Cancelled before both.")
@Outcome(
    id = "STORED, CANCELLED, true, CANCELLED, CANCELLED",
    expect = ACCEPTABLE,
    desc = "Cancelled in between: 1 stays in the ring.")
@Outcome(
    id = "STORED, STORED, true, CANCELLED, CANCELLED",
    expect = ACCEPTABLE,
    desc = "Cancelled after both, which stay in the ring.")
@Outcome(id = "STORED, STORED, true, 1, 2", expect = FORBIDDEN, desc = "Taken after the cancel.")
@Outcome(expect = FORBIDDEN, desc = "Taken after the cancel, or stored after it was seen.")
@State
public class RB502_CancelAgainstOffer {
  final CursorRing ring = Rings.compact(3);

  @Actor
  public void producer(LLLLL_Result r) {
    r.r1 = ring.producer().offer(1);
    r.r2 = ring.producer().offer(2);
  }

  @Actor
  public void consumer(LLLLL_Result r) {
    r.r3 = ring.consumer().cancel();
    r.r4 = got(ring, ring.consumer().poll());
    r.r5 = got(ring, ring.consumer().poll());
  }
}
