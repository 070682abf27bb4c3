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
 * RB202: a slot is read before it is freed for the next lap. The ring is full, with 1 and 2. The
 * producer offers 3 until there is room, and then 4 and 5: 4 goes into the slot where 1 was.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "1 2 EMPTY", expect = ACCEPTABLE, desc = "Gave up before 3 was published.")
@Outcome(id = "1 2 3", expect = ACCEPTABLE, desc = "3 went into a free slot, and out in order.")
@Outcome(expect = FORBIDDEN, desc = "Lost, doubled, or out of order: a slot was overwritten.")
public final class RB202_Reuse {
  private RB202_Reuse() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB202_Reuse.class)
  @Outcome(
      id = "4 2 3",
      expect = FORBIDDEN,
      desc = "The slot of 1 was filled again before it was read.")
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

  /** The control: frees all that the consumer has seen, and then reads it. */
  @JCStressTest
  @JCStressMeta(RB202_Reuse.class)
  @Outcome(
      id = ".*",
      expect = FORBIDDEN,
      desc = "A slot was overwritten that had been freed and not yet read.")
  @State
  public static class FreeAllBeforeRead extends Scene {
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
  @JCStressMeta(RB202_Reuse.class)
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
  @JCStressMeta(RB202_Reuse.class)
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
