package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * RB101: a take whose time runs out as an element comes neither loses it nor leaves it half taken.
 * The producer offers 42 and 43.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "STORED FULL, 42 EMPTY", expect = ACCEPTABLE, desc = "Got 42, too late for 43.")
@Outcome(id = "STORED STORED, 42 43", expect = ACCEPTABLE, desc = "Got both.")
@Outcome(
    id = "STORED STORED, 42 EMPTY",
    expect = ACCEPTABLE,
    desc = "Got 42, and gave up before 43.")
@Outcome(
    id = "STORED FULL, TIMED_OUT EMPTY",
    expect = ACCEPTABLE,
    desc = "The time was up, and it gave up before 42.")
@Outcome(
    id = {"STORED FULL, TIMED_OUT 42", "STORED STORED, TIMED_OUT 42"},
    expect = ACCEPTABLE,
    desc = "The time was up, and 42 came all the same.")
@Outcome(expect = FORBIDDEN, desc = "An element was lost, doubled or invented.")
public final class RB101_TimedTakeAgainstPut {
  private RB101_TimedTakeAgainstPut() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB101_TimedTakeAgainstPut.class)
  @Outcome(
      id = "STORED STORED, TIMED_OUT 43",
      expect = FORBIDDEN,
      desc = "42 was taken as the time ran out, and lost.")
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

  /** The control: takes an element when its time is up, and drops it. */
  @JCStressTest
  @JCStressMeta(RB101_TimedTakeAgainstPut.class)
  @Outcome(
      id = ".*",
      expect = FORBIDDEN,
      desc = "What came as the time ran out was taken, and not handed over.")
  @State
  public static class LostOnTimeout extends Scene {
    @Actor
    public void producer(LL_Result r) {
      r.r1 = produce();
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r2 = consume();
    }
  }

  /** Opaque cursors do not order the slots, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB101_TimedTakeAgainstPut.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Weaker accesses do not order the slot with the cursor: what was in it may come.")
  @State
  public static class Opaque extends Scene {
    @Actor
    public void producer(LL_Result r) {
      r.r1 = produce();
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r2 = consume();
    }
  }

  /** Plain cursors order nothing, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB101_TimedTakeAgainstPut.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Weaker accesses do not order the slot with the cursor: what was in it may come.")
  @State
  public static class Plain extends Scene {
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
