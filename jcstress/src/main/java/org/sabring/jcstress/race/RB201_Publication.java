package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.attempt;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.spec.law.Rule.RB103;
import static org.sabring.spec.law.Rule.RB201;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB201: the slot is written before the cursor that hands it over. The producer offers 42 to a ring
 * whose slots hold zero, and the consumer polls.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB201, RB103},
    controls = "PublishBeforeWrite",
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(id = "EMPTY", expect = ACCEPTABLE, desc = "Gave up before the cursor was published.")
@Outcome(id = "42", expect = ACCEPTABLE, desc = "The slot came with the cursor.")
@Outcome(id = "0", expect = FORBIDDEN, desc = "The cursor was there before the slot.")
@Outcome(expect = FORBIDDEN, desc = "Neither nothing nor the element: something was invented.")
@State
public class RB201_Publication {
  final CursorRing ring = Rings.compact(2);

  @Actor
  public void producer() {
    ring.producer().offer(42);
  }

  @Actor
  public void consumer(L_Result r) {
    r.r1 = got(ring, attempt(() -> ring.consumer().poll()));
  }
}
