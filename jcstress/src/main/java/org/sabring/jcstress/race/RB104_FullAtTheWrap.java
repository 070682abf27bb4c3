package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.attempt;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.jcstress.fixture.Rings.holding;
import static org.sabring.jcstress.fixture.Rings.lapped;
import static org.sabring.ring.Offered.FULL;
import static org.sabring.ring.Taken.EMPTY;
import static org.sabring.spec.law.Rule.RB101;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB104;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLLL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB104: full is found where the cursors wrap. The ring has two slots and holds 1, in the last of
 * them. The producer offers 2, 3 and 4 and says what became of them, while the consumer takes what
 * it gets.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB104, RB101, RB102},
    controls = "AllSlotsUsed",
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(
    id = "FULL, null, null, 1, EMPTY, null",
    expect = ACCEPTABLE,
    desc = "Gave up before 1 was taken.")
@Outcome(
    id = {"STORED, FULL, FULL, 1, EMPTY, null", "STORED, FULL, FULL, 1, 2, EMPTY"},
    expect = ACCEPTABLE,
    desc = "2 went in, and the ring was full again.")
@Outcome(
    id = {"STORED, STORED, FULL, 1, 2, EMPTY", "STORED, STORED, FULL, 1, 2, 3"},
    expect = ACCEPTABLE,
    desc = "2 was taken in time for 3.")
@Outcome(
    id = {"STORED, FULL, STORED, 1, 2, EMPTY", "STORED, FULL, STORED, 1, 2, 4"},
    expect = ACCEPTABLE,
    desc = "2 was taken too late for 3, and in time for 4.")
@Outcome(
    id = "STORED, STORED, STORED, 1, 2, 3",
    expect = ACCEPTABLE,
    desc = "Both were taken in time.")
@Outcome(
    id = "STORED, STORED, STORED, 1, EMPTY, null",
    expect = FORBIDDEN,
    desc = "Full looked like empty: a whole lap is lost.")
@Outcome(expect = FORBIDDEN, desc = "More than one stored, or not what was stored.")
@State
public class RB104_FullAtTheWrap {
  final CursorRing ring = holding(lapped(Rings.compact(2), 1), 1);

  @Actor
  public void producer(LLLLLL_Result r) {
    r.r1 = attempt(() -> ring.producer().offer(2));
    if (r.r1 != FULL) {
      r.r2 = ring.producer().offer(3);
      r.r3 = ring.producer().offer(4);
    }
  }

  @Actor
  public void consumer(LLLLLL_Result r) {
    r.r4 = got(ring, ring.consumer().poll());
    r.r5 = got(ring, attempt(() -> ring.consumer().poll()));
    if (r.r5 != EMPTY) {
      r.r6 = got(ring, attempt(() -> ring.consumer().poll()));
    }
  }
}
