package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.spec.law.Rule.RB301;
import static org.sabring.spec.law.Rule.RB302;
import static org.sabring.spec.law.Rule.RB303;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.sabring.jcstress.fixture.AskingSide;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB302: a consumer that asks instead of sleeping is told. Comparing and joining the list is one
 * step, so what was published after the poll is not missed.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB302, RB301, RB303},
    controls = {"NoNotify", "WaitWithoutCompare"},
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(id = "42, NO_WAIT", expect = ACCEPTABLE, desc = "The element was there.")
@Outcome(id = "42, NOT_EQUAL", expect = ACCEPTABLE, desc = "It came just before the question.")
@Outcome(id = "42, OK", expect = ACCEPTABLE, desc = "Asked, and was told.")
@Outcome(id = "42, TIMED_OUT", expect = FORBIDDEN, desc = "Not told for ten seconds.")
@Outcome(expect = FORBIDDEN, desc = "Something else than the element.")
@State
public class RB302_AskAgainstPut {
  final CursorRing ring = Rings.compact(2);

  @Actor
  public void producer() {
    ring.producer().offer(42);
  }

  @Actor
  public void consumer(LL_Result r) {
    AskingSide asking = new AskingSide();
    r.r1 = got(ring, asking.until(() -> ring.consumer().poll(), ring.consumer()::whenReady));
    r.r2 = asking.lastWait();
  }
}
