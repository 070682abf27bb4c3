package org.sabring.jcstress.race;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.NAP;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.jcstress.fixture.Calls.lastWait;
import static org.sabring.jcstress.fixture.Calls.patiently;
import static org.sabring.spec.law.RingSide.CONSUMER;
import static org.sabring.spec.law.Rule.RB301;
import static org.sabring.spec.law.Rule.RB302;
import static org.sabring.spec.law.Rule.RB501;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB501: a consumer that sleeps is woken by the close. The flag is in the word that it waits on.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB501, RB301, RB302},
    controls = {"CloseWithoutNotify", "WaitWithoutCompare"},
    weakened = {"FlagWithoutFences", "ProducerFenceOnly", "ConsumerFenceOnly"})
@JCStressTest
@Outcome(id = "END, NO_WAIT", expect = ACCEPTABLE, desc = "The producer had closed.")
@Outcome(id = "END, NOT_EQUAL", expect = ACCEPTABLE, desc = "It did just before the wait.")
@Outcome(id = "END, OK", expect = ACCEPTABLE, desc = "Slept, and was woken.")
@Outcome(id = "END, TIMED_OUT", expect = FORBIDDEN, desc = "Left asleep for ten seconds.")
@Outcome(expect = FORBIDDEN, desc = "Something else than the end.")
@State
public class RB501_CloseWakesTake {
  final CursorRing ring = Rings.watched(2);

  @Actor
  public void producer() {
    ring.producer().close();
  }

  @Actor
  public void consumer(LL_Result r) {
    r.r1 = got(ring, patiently(() -> ring.consumer().take(NAP, NANOSECONDS)));
    r.r2 = lastWait(ring, CONSUMER);
  }
}
