package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.spec.law.Rule.RB501;

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
 * RB501: a consumer that asks gets everything, and then the end. The producer offers one element
 * and closes.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = RB501,
    controls = {"CloseWithoutNotify", "ClosedBeforeEmpty"},
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(id = "42, END", expect = ACCEPTABLE, desc = "All of it, and then the end.")
@Outcome(
    id = "END, END",
    expect = FORBIDDEN,
    desc = "The end, although the element was still stored.")
@Outcome(id = "42, ASLEEP", expect = FORBIDDEN, desc = "Not told.")
@Outcome(expect = FORBIDDEN, desc = "Something else than the element and the end.")
@State
public class RB501_AskAgainstClose {
  final CursorRing ring = Rings.compact(2);

  @Actor
  public void producer() {
    ring.producer().offer(42);
    ring.producer().close();
  }

  @Actor
  public void consumer(LL_Result r) {
    AskingSide asking = new AskingSide();
    r.r1 =
        asking.awake(
            got(ring, asking.until(() -> ring.consumer().poll(), ring.consumer()::whenReady)));
    r.r2 =
        asking.awake(
            got(ring, asking.until(() -> ring.consumer().poll(), ring.consumer()::whenReady)));
  }
}
