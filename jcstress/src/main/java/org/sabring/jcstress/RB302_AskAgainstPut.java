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
 * RB302: a consumer that asks instead of sleeping is told. Comparing and joining the list is one
 * step, so what was published after the poll is not missed.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "42 NO_WAIT", expect = ACCEPTABLE, desc = "The element was there.")
@Outcome(id = "42 NOT_EQUAL", expect = ACCEPTABLE, desc = "It came just before the question.")
@Outcome(id = "42 OK", expect = ACCEPTABLE, desc = "Asked, and was told.")
@Outcome(expect = FORBIDDEN, desc = "Something else than the element.")
public final class RB302_AskAgainstPut {
  private RB302_AskAgainstPut() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB302_AskAgainstPut.class)
  @Outcome(id = "ASLEEP", expect = FORBIDDEN, desc = "Not told for ten seconds.")
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

  /** The control: publishes and wakes nobody. */
  @JCStressTest
  @JCStressMeta(RB302_AskAgainstPut.class)
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The producer published, and told nobody.")
  @State
  public static class NoNotify extends Scene {
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
  @JCStressMeta(RB302_AskAgainstPut.class)
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

  /** Opaque cursors do not order the slots, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB302_AskAgainstPut.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Weaker accesses do not order the slot with the cursor: what was in it may come.")
  @State
  public static class Opaque extends Scene {
    @Actor
    public void producer() {
      produce();
    }

    @Actor
    public void consumer(L_Result r) {
      r.r1 = consume();
    }
  }

  /** Plain cursors order nothing, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB302_AskAgainstPut.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Weaker accesses do not order the slot with the cursor: what was in it may come.")
  @State
  public static class Plain extends Scene {
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
