package org.sabring.jcstress.race;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.NAP;
import static org.sabring.jcstress.fixture.Calls.awake;
import static org.sabring.jcstress.fixture.Calls.patiently;
import static org.sabring.jcstress.fixture.Rings.holding;
import static org.sabring.spec.law.RingSide.PRODUCER;
import static org.sabring.spec.law.Rule.RB503;

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
 * RB503: a stream that fails frees the producer. The ring holds 1; the producer puts 2 and 3, and
 * the stream is destroyed with an error when it delivers 1. What it has taken by then it still
 * delivers.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(rules = RB503, controls = "CancelWithoutNotify", large = true)
@JCStressTest
@Outcome(
    id = "CANCELLED, CANCELLED, 1 error close",
    expect = ACCEPTABLE,
    desc = "Cancelled before there was room for 2.")
@Outcome(
    id = "STORED, CANCELLED, 1 error close",
    expect = ACCEPTABLE,
    desc = "2 stays in the ring.")
@Outcome(
    id = "STORED, CANCELLED, 1 2 error close",
    expect = ACCEPTABLE,
    desc = "2 was taken before the error.")
@Outcome(
    id = "STORED, STORED, 1 2 error close",
    expect = ACCEPTABLE,
    desc = "2 was taken before the error, and 3 stays in the ring.")
@Outcome(
    id = "STORED, STORED, 1 2 3 error close",
    expect = ACCEPTABLE,
    desc = "Both were taken before the error.")
@Outcome(
    id = "STORED, ASLEEP, 1 error close",
    expect = FORBIDDEN,
    desc = "The producer was left asleep on a ring that nobody will empty.")
@Outcome(expect = FORBIDDEN, desc = "The error or the close is missing, or comes twice.")
@State
public class RB503_StreamError {
  final CursorRing ring = holding(Rings.watched(2), 1);

  @Actor
  public void producer(LLL_Result r) {
    r.r1 = awake(ring, PRODUCER, patiently(() -> ring.producer().put(2, NAP, NANOSECONDS)));
    r.r2 = awake(ring, PRODUCER, patiently(() -> ring.producer().put(3, NAP, NANOSECONDS)));
  }

  @Actor
  public void consumer(LLL_Result r) {
    r.r3 =
        new Streaming(ring)
            .events(stream -> stream.destroy(new IllegalStateException("a failing stream")));
  }
}
