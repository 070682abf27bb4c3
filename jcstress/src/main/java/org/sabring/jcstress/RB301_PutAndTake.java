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
 * RB301: both sides block, in turn. Two elements go through a ring that has room for one, so that
 * the producer waits for the consumer and the consumer for the producer.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "STORED STORED, 1 2", expect = ACCEPTABLE, desc = "Both came through, in order.")
@Outcome(expect = FORBIDDEN, desc = "Something else came through.")
public final class RB301_PutAndTake {
  private RB301_PutAndTake() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB301_PutAndTake.class)
  @Outcome(
      id = {"STORED ASLEEP, ASLEEP", "STORED ASLEEP, 1 ASLEEP"},
      expect = FORBIDDEN,
      desc = "Both sleep, each waiting for the other.")
  @Outcome(
      id = "STORED STORED, 1 ASLEEP",
      expect = FORBIDDEN,
      desc = "The consumer was left asleep.")
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

  /** The control: publishes and wakes nobody. */
  @JCStressTest
  @JCStressMeta(RB301_PutAndTake.class)
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "The producer published, and told nobody.")
  @State
  public static class NoNotify extends Scene {
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
  @JCStressMeta(RB301_PutAndTake.class)
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

  /** Opaque cursors do not order the slots, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB301_PutAndTake.class)
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
  @JCStressMeta(RB301_PutAndTake.class)
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
