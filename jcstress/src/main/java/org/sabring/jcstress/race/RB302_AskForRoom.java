package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.jcstress.fixture.Rings.holding;
import static org.sabring.spec.law.Rule.RB301;
import static org.sabring.spec.law.Rule.RB302;
import static org.sabring.spec.law.Rule.RB303;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.sabring.jcstress.fixture.AskingSide;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB302: a producer that asks for room instead of sleeping is told. The ring is full.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB302, RB301, RB303},
    controls = {"NoRoomNotify", "WaitWithoutCompare"})
@JCStressTest
@Outcome(id = "STORED, NO_WAIT, 1", expect = ACCEPTABLE, desc = "There was room.")
@Outcome(
    id = "STORED, NOT_EQUAL, 1",
    expect = ACCEPTABLE,
    desc = "It came just before the question.")
@Outcome(id = "STORED, OK, 1", expect = ACCEPTABLE, desc = "Asked, and was told.")
@Outcome(id = "STORED, TIMED_OUT, 1", expect = FORBIDDEN, desc = "Not told for ten seconds.")
@Outcome(expect = FORBIDDEN, desc = "Something else than stored.")
@State
public class RB302_AskForRoom {
  final CursorRing ring = holding(Rings.compact(2), 1);

  @Actor
  public void producer(LLL_Result r) {
    AskingSide asking = new AskingSide();
    r.r1 = asking.until(() -> ring.producer().offer(2), ring.producer()::whenReady);
    r.r2 = asking.lastWait();
  }

  @Actor
  public void consumer(LLL_Result r) {
    r.r3 = got(ring, ring.consumer().poll());
  }
}
