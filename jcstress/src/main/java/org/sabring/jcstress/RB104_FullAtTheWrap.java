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
 * RB104: full is found where the cursors wrap. The ring has two slots and holds 1, in the last of
 * them. The producer offers 2, 3 and 4 and says what became of them, while the consumer takes what
 * it gets.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "FULL, 1 EMPTY", expect = ACCEPTABLE, desc = "Gave up before 1 was taken.")
@Outcome(
    id = {"STORED FULL FULL, 1 EMPTY", "STORED FULL FULL, 1 2 EMPTY"},
    expect = ACCEPTABLE,
    desc = "2 went in, and the ring was full again.")
@Outcome(
    id = {"STORED STORED FULL, 1 2 EMPTY", "STORED STORED FULL, 1 2 3"},
    expect = ACCEPTABLE,
    desc = "2 was taken in time for 3.")
@Outcome(
    id = {"STORED FULL STORED, 1 2 EMPTY", "STORED FULL STORED, 1 2 4"},
    expect = ACCEPTABLE,
    desc = "2 was taken too late for 3, and in time for 4.")
@Outcome(id = "STORED STORED STORED, 1 2 3", expect = ACCEPTABLE, desc = "Both were taken in time.")
@Outcome(expect = FORBIDDEN, desc = "More than one stored, or not what was stored.")
public final class RB104_FullAtTheWrap {
  private RB104_FullAtTheWrap() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB104_FullAtTheWrap.class)
  @Outcome(
      id = "STORED STORED STORED, 1 EMPTY",
      expect = FORBIDDEN,
      desc = "Full looked like empty: a whole lap is lost.")
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

  /** The control: fills the slot that should stay empty. */
  @JCStressTest
  @JCStressMeta(RB104_FullAtTheWrap.class)
  @Outcome(
      id = ".*",
      expect = FORBIDDEN,
      desc = "The slot that stays empty was filled: the ring looked empty, or lost its oldest.")
  @State
  public static class AllSlotsUsed extends Scene {
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
  @JCStressMeta(RB104_FullAtTheWrap.class)
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
  @JCStressMeta(RB104_FullAtTheWrap.class)
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
