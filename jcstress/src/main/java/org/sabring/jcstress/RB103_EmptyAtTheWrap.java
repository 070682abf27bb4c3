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
 * RB103: empty is found where the cursors wrap. The ring has three slots and is empty, with both
 * cursors on the last. The producer offers 1 and 2, which lie on both sides of the wrap; the
 * consumer polls three times.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "EMPTY EMPTY", expect = ACCEPTABLE, desc = "Came too early, and then gave up.")
@Outcome(id = "EMPTY 1 EMPTY", expect = ACCEPTABLE, desc = "Came too early, and gave up before 2.")
@Outcome(id = "EMPTY 1 2", expect = ACCEPTABLE, desc = "Came too early, and then took both.")
@Outcome(id = "1 EMPTY", expect = ACCEPTABLE, desc = "Took 1, and gave up before 2.")
@Outcome(id = "1 2 EMPTY", expect = ACCEPTABLE, desc = "Took both, and found no third.")
@Outcome(expect = FORBIDDEN, desc = "Something was taken that was not put, or not in order.")
public final class RB103_EmptyAtTheWrap {
  private RB103_EmptyAtTheWrap() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB103_EmptyAtTheWrap.class)
  @Outcome(
      id = "0 EMPTY",
      expect = FORBIDDEN,
      desc = "The slot was empty, though the cursor said otherwise.")
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

  /** The control: never finds the ring empty. */
  @JCStressTest
  @JCStressMeta(RB103_EmptyAtTheWrap.class)
  @Outcome(
      id = ".*",
      expect = FORBIDDEN,
      desc = "What lay in an empty ring was taken for an element.")
  @State
  public static class PollPastEnd extends Scene {
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
  @JCStressMeta(RB103_EmptyAtTheWrap.class)
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
  @JCStressMeta(RB103_EmptyAtTheWrap.class)
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
