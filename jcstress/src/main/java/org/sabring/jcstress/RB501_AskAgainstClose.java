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
 * RB501: a consumer that asks gets everything, and then the end. The producer offers one element
 * and closes.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "42 END", expect = ACCEPTABLE, desc = "All of it, and then the end.")
@Outcome(expect = FORBIDDEN, desc = "Something else than the element and the end.")
public final class RB501_AskAgainstClose {
  private RB501_AskAgainstClose() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB501_AskAgainstClose.class)
  @Outcome(
      id = "END END",
      expect = FORBIDDEN,
      desc = "The end, although the element was still stored.")
  @Outcome(id = "42 ASLEEP", expect = FORBIDDEN, desc = "Not told.")
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
  @JCStressMeta(RB501_AskAgainstClose.class)
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

  /** The control: asks whether the ring is closed before it asks whether it is empty. */
  @JCStressTest
  @JCStressMeta(RB501_AskAgainstClose.class)
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
  @JCStressMeta(RB501_AskAgainstClose.class)
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
  @JCStressMeta(RB501_AskAgainstClose.class)
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
