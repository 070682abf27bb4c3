package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.attempt;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.jcstress.fixture.Rings.lapped;
import static org.sabring.ring.Taken.EMPTY;
import static org.sabring.spec.law.Rule.RB101;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB103;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB103: empty is found where the cursors wrap. The ring has three slots and is empty, with both
 * cursors on the last. The producer offers 1 and 2, which lie on both sides of the wrap; the
 * consumer polls three times.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB103, RB101, RB102},
    controls = "PollPastEnd",
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(id = "EMPTY, EMPTY, null", expect = ACCEPTABLE, desc = "Came too early, and then gave up.")
@Outcome(
    id = "EMPTY, 1, EMPTY",
    expect = ACCEPTABLE,
    desc = "Came too early, and gave up before 2.")
@Outcome(id = "EMPTY, 1, 2", expect = ACCEPTABLE, desc = "Came too early, and then took both.")
@Outcome(id = "1, EMPTY, null", expect = ACCEPTABLE, desc = "Took 1, and gave up before 2.")
@Outcome(id = "1, 2, EMPTY", expect = ACCEPTABLE, desc = "Took both, and found no third.")
@Outcome(
    id = "0, EMPTY, null",
    expect = FORBIDDEN,
    desc = "The slot was empty, though the cursor said otherwise.")
@Outcome(expect = FORBIDDEN, desc = "Something was taken that was not put, or not in order.")
@State
public class RB103_EmptyAtTheWrap {
  final CursorRing ring = lapped(Rings.compact(3), 2);

  @Actor
  public void producer() {
    ring.producer().offer(1);
    ring.producer().offer(2);
  }

  @Actor
  public void consumer(LLL_Result r) {
    r.r1 = got(ring, ring.consumer().poll());
    r.r2 = got(ring, attempt(() -> ring.consumer().poll()));
    if (r.r2 != EMPTY) {
      r.r3 = got(ring, attempt(() -> ring.consumer().poll()));
    }
  }
}
