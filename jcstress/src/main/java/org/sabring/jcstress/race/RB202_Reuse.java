package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.attempt;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.jcstress.fixture.Rings.holding;
import static org.sabring.ring.Offered.STORED;
import static org.sabring.spec.law.Rule.RB101;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB103;
import static org.sabring.spec.law.Rule.RB202;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB202: a slot is read before it is freed for the next lap. The ring is full, with 1 and 2. The
 * producer offers 3 until there is room, and then 4 and 5: 4 goes into the slot where 1 was.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB202, RB101, RB102, RB103},
    controls = "FreeAllBeforeRead",
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(id = "1, 2, EMPTY", expect = ACCEPTABLE, desc = "Gave up before 3 was published.")
@Outcome(id = "1, 2, 3", expect = ACCEPTABLE, desc = "3 went into a free slot, and out in order.")
@Outcome(
    id = "4, 2, 3",
    expect = FORBIDDEN,
    desc = "The slot of 1 was filled again before it was read.")
@Outcome(expect = FORBIDDEN, desc = "Lost, doubled, or out of order: a slot was overwritten.")
@State
public class RB202_Reuse {
  final CursorRing ring = holding(Rings.compact(3), 1, 2);

  @Actor
  public void producer() {
    if (attempt(() -> ring.producer().offer(3)) == STORED) {
      ring.producer().offer(4);
      ring.producer().offer(5);
    }
  }

  @Actor
  public void consumer(LLL_Result r) {
    r.r1 = got(ring, ring.consumer().poll());
    r.r2 = got(ring, ring.consumer().poll());
    r.r3 = got(ring, attempt(() -> ring.consumer().poll()));
  }
}
