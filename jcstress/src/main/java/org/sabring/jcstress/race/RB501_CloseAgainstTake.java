package org.sabring.jcstress.race;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.NAP;
import static org.sabring.jcstress.fixture.Calls.awake;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.jcstress.fixture.Calls.patiently;
import static org.sabring.spec.law.RingSide.CONSUMER;
import static org.sabring.spec.law.Rule.RB102;
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
 * RB501: who takes until the end gets everything first. The producer offers one element and closes;
 * the consumer takes twice, and may sleep each time.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB501, RB102},
    controls = {"ClosedBeforeEmpty", "CloseWithoutNotify"},
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(id = "42, END", expect = ACCEPTABLE, desc = "All of it, and then the end.")
@Outcome(
    id = "END, END",
    expect = FORBIDDEN,
    desc = "The end, although the element was still stored.")
@Outcome(id = "42, ASLEEP", expect = FORBIDDEN, desc = "Left asleep.")
@Outcome(expect = FORBIDDEN, desc = "Something else than the element and the end.")
@State
public class RB501_CloseAgainstTake {
  final CursorRing ring = Rings.watched(2);

  @Actor
  public void producer() {
    ring.producer().offer(42);
    ring.producer().close();
  }

  @Actor
  public void consumer(LL_Result r) {
    r.r1 =
        awake(ring, CONSUMER, got(ring, patiently(() -> ring.consumer().take(NAP, NANOSECONDS))));
    r.r2 =
        awake(ring, CONSUMER, got(ring, patiently(() -> ring.consumer().take(NAP, NANOSECONDS))));
  }
}
