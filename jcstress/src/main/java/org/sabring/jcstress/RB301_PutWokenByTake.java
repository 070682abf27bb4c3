package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * RB301: a producer that sleeps is woken by a take. The ring is full.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "STORED NO_WAIT, 1", expect = ACCEPTABLE, desc = "There was room.")
@Outcome(id = "STORED NOT_EQUAL, 1", expect = ACCEPTABLE, desc = "It came just before the wait.")
@Outcome(id = "STORED OK, 1", expect = ACCEPTABLE, desc = "Slept, and was woken.")
@Outcome(expect = FORBIDDEN, desc = "Something else than stored.")
public final class RB301_PutWokenByTake {
  private RB301_PutWokenByTake() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB301_PutWokenByTake.class)
  @Outcome(id = "ASLEEP, 1", expect = FORBIDDEN, desc = "Left asleep for ten seconds.")
  @State
  public static class Shipped extends Scene {
    @Actor
    public void producer(LL_Result r) {
      r.r1 = produce();
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r2 = consume();
    }
  }

  /** The control: makes room and wakes nobody. */
  @JCStressTest
  @JCStressMeta(RB301_PutWokenByTake.class)
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The consumer made room, and told nobody.")
  @State
  public static class NoRoomNotify extends Scene {
    @Actor
    public void producer(LL_Result r) {
      r.r1 = produce();
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r2 = consume();
    }
  }

  /** The control: sleeps whatever the word is by then. */
  @JCStressTest
  @JCStressMeta(RB301_PutWokenByTake.class)
  @Outcome(
      id = ".*",
      expect = FORBIDDEN,
      desc = "Notified before it slept, on a word whose change it missed.")
  @State
  public static class WaitWithoutCompare extends Scene {
    @Actor
    public void producer(LL_Result r) {
      r.r1 = produce();
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r2 = consume();
    }
  }
}
