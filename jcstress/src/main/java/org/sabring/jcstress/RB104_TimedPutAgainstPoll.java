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
 * RB104: a put whose time runs out as room is made stores its element or does not, and says which.
 * The ring is full, with 1. The producer puts 2 with a time, and then offers 3.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(
    id = "STORED FULL, 1 EMPTY EMPTY",
    expect = ACCEPTABLE,
    desc = "2 went in, after the consumer had given up.")
@Outcome(
    id = {"STORED FULL, 1 EMPTY 2", "STORED FULL, 1 2 EMPTY"},
    expect = ACCEPTABLE,
    desc = "2 went in and out, and there was no room for 3.")
@Outcome(
    id = {"STORED STORED, 1 EMPTY 2", "STORED STORED, 1 2 EMPTY"},
    expect = ACCEPTABLE,
    desc = "2 went in and out, and 3 came too late.")
@Outcome(id = "STORED STORED, 1 2 3", expect = ACCEPTABLE, desc = "All three, in order.")
@Outcome(
    id = "TIMED_OUT FULL, 1 EMPTY EMPTY",
    expect = ACCEPTABLE,
    desc = "The time was up, and there was still no room.")
@Outcome(
    id = {
      "TIMED_OUT STORED, 1 EMPTY EMPTY",
      "TIMED_OUT STORED, 1 EMPTY 3",
      "TIMED_OUT STORED, 1 3 EMPTY"
    },
    expect = ACCEPTABLE,
    desc = "The time was up; 3 went in, and 2 did not.")
@Outcome(expect = FORBIDDEN, desc = "An answer that does not fit what came out.")
public final class RB104_TimedPutAgainstPoll {
  private RB104_TimedPutAgainstPoll() {}

  /** The ring as shipped. */
  @JCStressTest
  @JCStressMeta(RB104_TimedPutAgainstPoll.class)
  @Outcome(id = "STORED STORED, 3 2 EMPTY", expect = FORBIDDEN, desc = "1 was overwritten.")
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

  /** The control: stores when its time is up, room or no room. */
  @JCStressTest
  @JCStressMeta(RB104_TimedPutAgainstPoll.class)
  @Outcome(
      id = ".*",
      expect = FORBIDDEN,
      desc = "It stored although the ring was full: what was in the ring is lost.")
  @State
  public static class TimedPutOverwrites extends Scene {
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
  @JCStressMeta(RB104_TimedPutAgainstPoll.class)
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
  @JCStressMeta(RB104_TimedPutAgainstPoll.class)
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
