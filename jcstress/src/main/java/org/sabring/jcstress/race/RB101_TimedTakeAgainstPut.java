package org.sabring.jcstress.race;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.MOMENT;
import static org.sabring.jcstress.fixture.Calls.attempt;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.jcstress.fixture.Calls.timed;
import static org.sabring.spec.law.Rule.RB101;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB103;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB101: a take whose time runs out as an element comes neither loses it nor leaves it half taken.
 * The producer offers 42 and 43.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB101, RB102, RB103},
    controls = "LostOnTimeout",
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(id = "STORED, FULL, 42, EMPTY", expect = ACCEPTABLE, desc = "Got 42, too late for 43.")
@Outcome(id = "STORED, STORED, 42, 43", expect = ACCEPTABLE, desc = "Got both.")
@Outcome(
    id = "STORED, STORED, 42, EMPTY",
    expect = ACCEPTABLE,
    desc = "Got 42, and gave up before 43.")
@Outcome(
    id = "STORED, FULL, TIMED_OUT, EMPTY",
    expect = ACCEPTABLE,
    desc = "The time was up, and it gave up before 42.")
@Outcome(
    id = {"STORED, FULL, TIMED_OUT, 42", "STORED, STORED, TIMED_OUT, 42"},
    expect = ACCEPTABLE,
    desc = "The time was up, and 42 came all the same.")
@Outcome(
    id = "STORED, STORED, TIMED_OUT, 43",
    expect = FORBIDDEN,
    desc = "42 was taken as the time ran out, and lost.")
@Outcome(expect = FORBIDDEN, desc = "An element was lost, doubled or invented.")
@State
public class RB101_TimedTakeAgainstPut {
  final CursorRing ring = Rings.compact(2);

  @Actor
  public void producer(LLLL_Result r) {
    r.r1 = ring.producer().offer(42);
    r.r2 = ring.producer().offer(43);
  }

  @Actor
  public void consumer(LLLL_Result r) {
    r.r3 = got(ring, timed(() -> ring.consumer().take(MOMENT, NANOSECONDS)));
    r.r4 = got(ring, attempt(() -> ring.consumer().poll()));
  }
}
