package org.sabring.jcstress.race;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.NAP;
import static org.sabring.jcstress.fixture.Calls.awake;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.jcstress.fixture.Calls.patiently;
import static org.sabring.spec.law.RingSide.CONSUMER;
import static org.sabring.spec.law.RingSide.PRODUCER;
import static org.sabring.spec.law.Rule.RB101;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB301;
import static org.sabring.spec.law.Rule.RB302;
import static org.sabring.spec.law.Rule.RB303;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB301: both sides block, in turn. Two elements go through a ring that has room for one, so that
 * the producer waits for the consumer and the consumer for the producer.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB301, RB302, RB303, RB101, RB102},
    controls = {"NoNotify", "NoRoomNotify"},
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(id = "STORED, STORED, 1, 2", expect = ACCEPTABLE, desc = "Both came through, in order.")
@Outcome(id = "STORED, ASLEEP, 1, 2", expect = FORBIDDEN, desc = "The producer was left asleep.")
@Outcome(
    id = {"STORED, STORED, ASLEEP, 2", "STORED, STORED, 1, ASLEEP"},
    expect = FORBIDDEN,
    desc = "The consumer was left asleep.")
@Outcome(expect = FORBIDDEN, desc = "Something else came through.")
@State
public class RB301_PutAndTake {
  final CursorRing ring = Rings.watched(2);

  @Actor
  public void producer(LLLL_Result r) {
    r.r1 = awake(ring, PRODUCER, patiently(() -> ring.producer().put(1, NAP, NANOSECONDS)));
    r.r2 = awake(ring, PRODUCER, patiently(() -> ring.producer().put(2, NAP, NANOSECONDS)));
  }

  @Actor
  public void consumer(LLLL_Result r) {
    r.r3 =
        awake(ring, CONSUMER, got(ring, patiently(() -> ring.consumer().take(NAP, NANOSECONDS))));
    r.r4 =
        awake(ring, CONSUMER, got(ring, patiently(() -> ring.consumer().take(NAP, NANOSECONDS))));
  }
}
