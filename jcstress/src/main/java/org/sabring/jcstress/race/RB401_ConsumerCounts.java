package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.attempt;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.ring.Taken.EMPTY;
import static org.sabring.spec.law.Rule.RB401;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB401: CONSUMED is never ahead of PRODUCED for the consumer, who reads CONSUMED first. (Were they
 * read in the other order, an element that comes in between would make CONSUMED look ahead.)
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = RB401,
    controls = "CountAfterPublish",
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(id = "EMPTY, null, null", expect = ACCEPTABLE, desc = "Gave up before the offer.")
@Outcome(id = "42, 1, 1", expect = ACCEPTABLE, desc = "Took it; both have counted.")
@Outcome(id = "42, 1, 0", expect = FORBIDDEN, desc = "CONSUMED is ahead of PRODUCED.")
@Outcome(expect = FORBIDDEN, desc = "Counted twice, or what did not happen.")
@State
public class RB401_ConsumerCounts {
  final CursorRing ring = Rings.compact(2);

  @Actor
  public void producer() {
    ring.producer().offer(42);
  }

  @Actor
  public void consumer(LLL_Result r) {
    r.r1 = got(ring, attempt(() -> ring.consumer().poll()));
    if (r.r1 != EMPTY) {
      r.r2 = ring.memory().getOpaque(ring.layout().consumed());
      r.r3 = ring.memory().getOpaque(ring.layout().produced());
    }
  }
}
