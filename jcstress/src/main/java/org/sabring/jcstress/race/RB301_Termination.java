package org.sabring.jcstress.race;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.spec.law.Rule.RB301;
import static org.sabring.spec.law.Rule.RB303;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.sabring.jcstress.fixture.RingRace;
import org.sabring.jcstress.fixture.Rings;
import org.sabring.ring.CursorRing;

/**
 * RB301: a consumer that sleeps for ever unless it is woken comes to its end. It has no time, and
 * it sleeps by the time the producer offers: a lost wake-up is a hang, which jcstress waits for,
 * counts and ends.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@RingRace(
    rules = {RB301, RB303},
    controls = "NoNotify")
@JCStressTest(Mode.Termination)
@Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "Woken.")
@Outcome(id = "STALE", expect = FORBIDDEN, desc = "Asleep for ever: the fork had to be killed.")
@Outcome(expect = FORBIDDEN, desc = "The call threw.")
@State
public class RB301_Termination {
  final CursorRing ring = Rings.compact(2);

  @Signal
  public void producer() {
    ring.producer().offer(42);
  }

  @Actor
  public void consumer() throws InterruptedException {
    ring.consumer().take();
  }
}
