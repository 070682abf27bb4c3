package org.sabring.jcstress.race;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.MOMENT;
import static org.sabring.jcstress.fixture.Calls.attempt;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.jcstress.fixture.Calls.timed;
import static org.sabring.jcstress.fixture.Rings.holding;
import static org.sabring.spec.law.Rule.RB101;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB103;
import static org.sabring.spec.law.Rule.RB104;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLLL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB104: a put whose time runs out as room is made stores its element or does not, and says which.
 * The ring is full, with 1. The producer puts 2 with a time, and then offers 3.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB104, RB101, RB102, RB103},
    controls = "TimedPutOverwrites",
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(
    id = "STORED, FULL, 1, EMPTY, EMPTY",
    expect = ACCEPTABLE,
    desc = "2 went in, after the consumer had given up.")
@Outcome(
    id = {"STORED, FULL, 1, EMPTY, 2", "STORED, FULL, 1, 2, EMPTY"},
    expect = ACCEPTABLE,
    desc = "2 went in and out, and there was no room for 3.")
@Outcome(
    id = {"STORED, STORED, 1, EMPTY, 2", "STORED, STORED, 1, 2, EMPTY"},
    expect = ACCEPTABLE,
    desc = "2 went in and out, and 3 came too late.")
@Outcome(id = "STORED, STORED, 1, 2, 3", expect = ACCEPTABLE, desc = "All three, in order.")
@Outcome(
    id = "TIMED_OUT, FULL, 1, EMPTY, EMPTY",
    expect = ACCEPTABLE,
    desc = "The time was up, and there was still no room.")
@Outcome(
    id = {
      "TIMED_OUT, STORED, 1, EMPTY, EMPTY",
      "TIMED_OUT, STORED, 1, EMPTY, 3",
      "TIMED_OUT, STORED, 1, 3, EMPTY"
    },
    expect = ACCEPTABLE,
    desc = "The time was up; 3 went in, and 2 did not.")
@Outcome(id = "STORED, STORED, 3, 2, EMPTY", expect = FORBIDDEN, desc = "1 was overwritten.")
@Outcome(expect = FORBIDDEN, desc = "An answer that does not fit what came out.")
@State
public class RB104_TimedPutAgainstPoll {
  final CursorRing ring = holding(Rings.compact(2), 1);

  @Actor
  public void producer(LLLLL_Result r) {
    r.r1 = timed(() -> ring.producer().put(2, MOMENT, NANOSECONDS));
    r.r2 = ring.producer().offer(3);
  }

  @Actor
  public void consumer(LLLLL_Result r) {
    r.r3 = got(ring, ring.consumer().poll());
    r.r4 = got(ring, ring.consumer().poll());
    r.r5 = got(ring, attempt(() -> ring.consumer().poll()));
  }
}
