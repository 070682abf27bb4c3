package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/**
 * RB301: a consumer that sleeps for ever unless it is woken comes to its end. It has no time, and
 * it sleeps by the time the producer offers: a lost wake-up is a hang, which jcstress waits for,
 * counts and ends.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "Woken.")
@Outcome(expect = FORBIDDEN, desc = "The call threw.")
public final class RB301_Termination {
  private RB301_Termination() {}

  /** The ring as shipped. */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(RB301_Termination.class)
  @Outcome(id = "STALE", expect = FORBIDDEN, desc = "Asleep for ever: the fork had to be killed.")
  @State
  public static class Shipped extends Scene {
    @Signal
    public void producer() {
      produce();
    }

    @Actor
    public void consumer() {
      consume();
    }
  }

  /** The control: publishes and wakes nobody. */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(RB301_Termination.class)
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The producer published, and told nobody.")
  @State
  public static class NoNotify extends Scene {
    @Signal
    public void producer() {
      produce();
    }

    @Actor
    public void consumer() {
      consume();
    }
  }
}
