package org.sabring.jcstress.race;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.NAP;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.jcstress.fixture.Calls.lastWait;
import static org.sabring.jcstress.fixture.Calls.patiently;
import static org.sabring.jcstress.fixture.Rings.holding;
import static org.sabring.spec.law.RingSide.PRODUCER;
import static org.sabring.spec.law.Rule.RB301;
import static org.sabring.spec.law.Rule.RB302;
import static org.sabring.spec.law.Rule.RB303;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB301: a producer that sleeps is woken by a take. The ring is full.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB301, RB302, RB303},
    controls = {"NoRoomNotify", "WaitWithoutCompare"})
@JCStressTest
@Outcome(id = "STORED, NO_WAIT, 1", expect = ACCEPTABLE, desc = "There was room.")
@Outcome(id = "STORED, NOT_EQUAL, 1", expect = ACCEPTABLE, desc = "It came just before the wait.")
@Outcome(id = "STORED, OK, 1", expect = ACCEPTABLE, desc = "Slept, and was woken.")
@Outcome(id = "STORED, TIMED_OUT, 1", expect = FORBIDDEN, desc = "Left asleep for ten seconds.")
@Outcome(expect = FORBIDDEN, desc = "Something else than stored.")
@State
public class RB301_PutWokenByTake {
  final CursorRing ring = holding(Rings.watched(2), 1);

  @Actor
  public void producer(LLL_Result r) {
    r.r1 = patiently(() -> ring.producer().put(2, NAP, NANOSECONDS));
    r.r2 = lastWait(ring, PRODUCER);
  }

  @Actor
  public void consumer(LLL_Result r) {
    r.r3 = got(ring, ring.consumer().poll());
  }
}
