package org.sabring.jcstress.race;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.NAP;
import static org.sabring.jcstress.fixture.Calls.awake;
import static org.sabring.jcstress.fixture.Calls.patiently;
import static org.sabring.jcstress.fixture.Rings.holding;
import static org.sabring.spec.law.RingSide.PRODUCER;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB501;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.jcstress.fixture.Streaming;
import org.sabring.ring.CursorRing;

/**
 * RB501: a stream over the ring delivers everything, and then its end. The ring holds 1; the
 * producer puts 2 and closes, while the stream's loop polls and asks.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB501, RB102},
    controls = {"ClosedBeforeEmpty", "CloseWithoutNotify"},
    weakened = "AllOpaque",
    large = true)
@JCStressTest
@Outcome(
    id = "STORED, true, 1 2 end close",
    expect = ACCEPTABLE,
    desc = "Everything, the end, and the close, once each.")
@Outcome(id = "STORED, true, 1 end close", expect = FORBIDDEN, desc = "The end before the data.")
@Outcome(id = "STORED, true, ASLEEP", expect = FORBIDDEN, desc = "The loop was not told.")
@Outcome(expect = FORBIDDEN, desc = "Lost, doubled, out of order, or after the end.")
@State
public class RB501_StreamEnd {
  final CursorRing ring = holding(Rings.watched(2), 1);

  @Actor
  public void producer(LLL_Result r) {
    r.r1 = awake(ring, PRODUCER, patiently(() -> ring.producer().put(2, NAP, NANOSECONDS)));
    r.r2 = ring.producer().close();
  }

  @Actor
  public void consumer(LLL_Result r) {
    r.r3 = new Streaming(ring).events(stream -> {});
  }
}
