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
 * RB202: both slots of a batch are read before the cursor that frees them. The ring is full, with 1
 * and 2, which the consumer takes as one batch; the producer offers 3 and 4 as one batch when there
 * is room.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "1 2 EMPTY", expect = ACCEPTABLE, desc = "Gave up before the batch was published.")
@Outcome(id = "1 2 3 4", expect = ACCEPTABLE, desc = "Both slots were freed and filled together.")
@Outcome(expect = FORBIDDEN, desc = "Lost, doubled, or out of order: a slot was overwritten.")
public final class RB202_BatchFree {
  private RB202_BatchFree() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB202_BatchFree.class)
  @Outcome(
      id = "4 2 3 4",
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
  @JCStressMeta(RB202_BatchFree.class)
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
  @JCStressMeta(RB202_BatchFree.class)
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
  @JCStressMeta(RB202_BatchFree.class)
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
