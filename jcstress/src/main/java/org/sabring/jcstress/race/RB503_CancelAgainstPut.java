package org.sabring.jcstress.race;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.NAP;
import static org.sabring.jcstress.fixture.Calls.lastWait;
import static org.sabring.jcstress.fixture.Calls.patiently;
import static org.sabring.jcstress.fixture.Rings.holding;
import static org.sabring.spec.law.RingSide.PRODUCER;
import static org.sabring.spec.law.Rule.RB503;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB503: a producer that waits for room is freed by the cancel. The ring is full. The flag is in
 * the word that the producer waits on.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(rules = RB503, controls = "CancelWithoutNotify")
@JCStressTest
@Outcome(id = "CANCELLED, NO_WAIT", expect = ACCEPTABLE, desc = "The consumer had cancelled.")
@Outcome(id = "CANCELLED, NOT_EQUAL", expect = ACCEPTABLE, desc = "It did just before the wait.")
@Outcome(id = "CANCELLED, OK", expect = ACCEPTABLE, desc = "Slept, and was woken.")
@Outcome(id = "CANCELLED, TIMED_OUT", expect = FORBIDDEN, desc = "Left asleep for ten seconds.")
@Outcome(expect = FORBIDDEN, desc = "Something else than cancelled.")
@State
public class RB503_CancelAgainstPut {
  final CursorRing ring = holding(Rings.watched(2), 1);

  @Actor
  public void producer(LL_Result r) {
    r.r1 = patiently(() -> ring.producer().put(2, NAP, NANOSECONDS));
    r.r2 = lastWait(ring, PRODUCER);
  }

  @Actor
  public void consumer() {
    ring.consumer().cancel();
  }
}
