package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.jcstress.fixture.Calls.attempt;
import static org.sabring.jcstress.fixture.Calls.gotAll;
import static org.sabring.jcstress.fixture.Rings.holding;
import static org.sabring.spec.law.Rule.RB101;
import static org.sabring.spec.law.Rule.RB102;
import static org.sabring.spec.law.Rule.RB103;
import static org.sabring.spec.law.Rule.RB202;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.BatchConsumer;
import org.sabring.ring.BatchProducer;
import org.sabring.ring.CursorRing;

/**
 * RB202: both slots of a batch are read before the cursor that frees them. The ring is full, with 1
 * and 2, which the consumer takes as one batch; the producer offers 3 and 4 as one batch when there
 * is room.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB202, RB101, RB102, RB103},
    controls = "FreeAllBeforeRead",
    weakened = {"AllOpaque", "AllPlain"})
@JCStressTest
@Outcome(id = "1 2, EMPTY", expect = ACCEPTABLE, desc = "Gave up before the batch was published.")
@Outcome(id = "1 2, 3 4", expect = ACCEPTABLE, desc = "Both slots were freed and filled together.")
@Outcome(
    id = "4 2, 3 4",
    expect = FORBIDDEN,
    desc = "The slot of 1 was filled again before it was read.")
@Outcome(expect = FORBIDDEN, desc = "Lost, doubled, or out of order: a slot was overwritten.")
@State
public class RB202_BatchFree {
  final CursorRing ring = holding(Rings.compact(3), 1, 2);

  @Actor
  public void producer() {
    BatchProducer producer = ring.producer().batches();
    attempt(() -> producer.offer(new int[] {3, 4}, 0, 2));
  }

  @Actor
  public void consumer(LL_Result r) {
    BatchConsumer consumer = ring.consumer().batches();
    int[] into = new int[2];
    r.r1 = gotAll(consumer, into, consumer.poll(into, 0, 2));
    r.r2 = gotAll(consumer, into, attempt(() -> consumer.poll(into, 0, 2)));
  }
}
