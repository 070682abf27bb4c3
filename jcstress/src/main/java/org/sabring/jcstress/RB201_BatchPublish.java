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
 * RB201: both slots of a batch are written before the cursor that hands them over. The producer
 * offers 41 and 42 as one batch, which become visible together; the consumer polls one by one.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "EMPTY", expect = ACCEPTABLE, desc = "Gave up before the batch was published.")
@Outcome(id = "41 42", expect = ACCEPTABLE, desc = "Both came with the cursor.")
@Outcome(expect = FORBIDDEN, desc = "Half a batch, or not what was put.")
public final class RB201_BatchPublish {
  private RB201_BatchPublish() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB201_BatchPublish.class)
  @Outcome(id = "0 0", expect = FORBIDDEN, desc = "The cursor was there before the slots.")
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

  /** The control: keeps the slot's value back until the cursor is out. */
  @JCStressTest
  @JCStressMeta(RB201_BatchPublish.class)
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The slot is stored after the cursor.")
  @State
  public static class PublishBeforeWrite extends Scene {
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
  @JCStressMeta(RB201_BatchPublish.class)
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
  @JCStressMeta(RB201_BatchPublish.class)
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
