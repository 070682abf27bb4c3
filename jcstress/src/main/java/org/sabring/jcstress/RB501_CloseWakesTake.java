package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * RB501: a consumer that sleeps is woken by the close. The flag is in the word that it waits on.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "END NO_WAIT", expect = ACCEPTABLE, desc = "The producer had closed.")
@Outcome(id = "END NOT_EQUAL", expect = ACCEPTABLE, desc = "It did just before the wait.")
@Outcome(id = "END OK", expect = ACCEPTABLE, desc = "Slept, and was woken.")
@Outcome(expect = FORBIDDEN, desc = "Something else than the end.")
public final class RB501_CloseWakesTake {
  private RB501_CloseWakesTake() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB501_CloseWakesTake.class)
  @Outcome(id = "ASLEEP", expect = FORBIDDEN, desc = "Left asleep for ten seconds.")
  @State
  public static class Shipped extends Scene {
    @Actor
    public void producer() {
      produce();
    }

    @Actor
    public void consumer(L_Result r) {
      r.r1 = consume();
    }
  }

  /** The control: closes and wakes nobody. */
  @JCStressTest
  @JCStressMeta(RB501_CloseWakesTake.class)
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The producer closed, and told nobody.")
  @State
  public static class CloseWithoutNotify extends Scene {
    @Actor
    public void producer() {
      produce();
    }

    @Actor
    public void consumer(L_Result r) {
      r.r1 = consume();
    }
  }

  /** The control: sleeps whatever the word is by then. */
  @JCStressTest
  @JCStressMeta(RB501_CloseWakesTake.class)
  @Outcome(
      id = ".*",
      expect = FORBIDDEN,
      desc = "Notified before it slept, on a word whose change it missed.")
  @State
  public static class WaitWithoutCompare extends Scene {
    @Actor
    public void producer() {
      produce();
    }

    @Actor
    public void consumer(L_Result r) {
      r.r1 = consume();
    }
  }

  /** A flag instead of a lock, and no fence: an x86 machine can show it. */
  @JCStressTest
  @JCStressMeta(RB501_CloseWakesTake.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The flag was raised and not seen: nobody notified.")
  @State
  public static class NoFence extends Scene {
    @Actor
    public void producer() {
      produce();
    }

    @Actor
    public void consumer(L_Result r) {
      r.r1 = consume();
    }
  }

  /** A flag instead of a lock, and the fence of the consumer is missing. */
  @JCStressTest
  @JCStressMeta(RB501_CloseWakesTake.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The flag was raised and not seen: nobody notified.")
  @State
  public static class NoConsumerFence extends Scene {
    @Actor
    public void producer() {
      produce();
    }

    @Actor
    public void consumer(L_Result r) {
      r.r1 = consume();
    }
  }

  /** A flag instead of a lock, and the fence of the producer is missing. */
  @JCStressTest
  @JCStressMeta(RB501_CloseWakesTake.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The flag was raised and not seen: nobody notified.")
  @State
  public static class NoProducerFence extends Scene {
    @Actor
    public void producer() {
      produce();
    }

    @Actor
    public void consumer(L_Result r) {
      r.r1 = consume();
    }
  }
}
