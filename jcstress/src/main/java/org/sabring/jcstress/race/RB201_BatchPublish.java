package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.attempt;
import static org.sabring.jcstress.fixture.Calls.got;
import static org.sabring.ring.Taken.EMPTY;
import static org.sabring.spec.law.Rule.RB103;
import static org.sabring.spec.law.Rule.RB201;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB201: both slots of a batch are written before the cursor that hands them over. The producer
 * offers 41 and 42 as one batch, which become visible together; the consumer polls one by one.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB201, RB103},
    controls = "PublishBeforeWrite",
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(id = "EMPTY, null", expect = ACCEPTABLE, desc = "Gave up before the batch was published.")
@Outcome(id = "41, 42", expect = ACCEPTABLE, desc = "Both came with the cursor.")
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "The cursor was there before the slots.")
@Outcome(expect = FORBIDDEN, desc = "Half a batch, or not what was put.")
@State
public class RB201_BatchPublish {
  final CursorRing ring = Rings.compact(3);

  @Actor
  public void producer() {
    ring.producer().batches().offer(new int[] {41, 42}, 0, 2);
  }

  @Actor
  public void consumer(LL_Result r) {
    r.r1 = got(ring, attempt(() -> ring.consumer().poll()));
    if (r.r1 != EMPTY) {
      r.r2 = got(ring, attempt(() -> ring.consumer().poll()));
    }
  }
}
