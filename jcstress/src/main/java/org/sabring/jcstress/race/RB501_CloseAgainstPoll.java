package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.attempt;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.ring.Taken.EMPTY;
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
 * RB501: who polls until the end gets everything first. The producer offers one element and closes;
 * the consumer polls twice.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB501, RB102},
    controls = "ClosedBeforeEmpty",
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(id = "EMPTY, null", expect = ACCEPTABLE, desc = "Gave up before the offer.")
@Outcome(id = "42, EMPTY", expect = ACCEPTABLE, desc = "Took it, and gave up before the close.")
@Outcome(id = "42, END", expect = ACCEPTABLE, desc = "All of it, and then the end.")
@Outcome(
    id = "END, END",
    expect = FORBIDDEN,
    desc = "The end, although the element was still stored.")
@Outcome(expect = FORBIDDEN, desc = "Something after the end, or the element twice.")
@State
public class RB501_CloseAgainstPoll {
  final CursorRing ring = Rings.compact(2);

  @Actor
  public void producer() {
    ring.producer().offer(42);
    ring.producer().close();
  }

  @Actor
  public void consumer(LL_Result r) {
    r.r1 = got(ring, attempt(() -> ring.consumer().poll()));
    if (r.r1 != EMPTY) {
      r.r2 = got(ring, attempt(() -> ring.consumer().poll()));
    }
  }
}
