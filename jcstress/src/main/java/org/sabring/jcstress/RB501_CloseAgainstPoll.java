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
 * RB501: who polls until the end gets everything first. The producer offers one element and closes;
 * the consumer polls twice.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "EMPTY", expect = ACCEPTABLE, desc = "Gave up before the offer.")
@Outcome(id = "42 EMPTY", expect = ACCEPTABLE, desc = "Took it, and gave up before the close.")
@Outcome(id = "42 END", expect = ACCEPTABLE, desc = "All of it, and then the end.")
@Outcome(expect = FORBIDDEN, desc = "Something after the end, or the element twice.")
public final class RB501_CloseAgainstPoll {
  private RB501_CloseAgainstPoll() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB501_CloseAgainstPoll.class)
  @Outcome(
      id = "END END",
      expect = FORBIDDEN,
      desc = "The end, although the element was still stored.")
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

  /** The control: asks whether the ring is closed before it asks whether it is empty. */
  @JCStressTest
  @JCStressMeta(RB501_CloseAgainstPoll.class)
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The end, although an element was still stored.")
  @State
  public static class ClosedBeforeEmpty extends Scene {
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
  @JCStressMeta(RB501_CloseAgainstPoll.class)
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
  @JCStressMeta(RB501_CloseAgainstPoll.class)
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
