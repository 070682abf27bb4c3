package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.spec.Rule.RB503;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.sabring.memory.SharedInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;

/**
 * RB503: after cancel the producer never blocks again. The producer puts into a full ring while the
 * consumer cancels. The result is the producer's answer, and how its last wait ended. It waits with
 * a time-out, so that a lost wake-up is an outcome and not a hang; the shipped ring never needs it.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "CANCELLED, NO_WAIT", expect = ACCEPTABLE, desc = "The consumer had cancelled.")
@Outcome(id = "CANCELLED, NOT_EQUAL", expect = ACCEPTABLE, desc = "It did just before the wait.")
@Outcome(id = "CANCELLED, OK", expect = ACCEPTABLE, desc = "Slept, and was woken.")
@Outcome(expect = FORBIDDEN, desc = "Something else than cancelled.")
public final class RB503_CancelAgainstPut {

  private static final RingLayout LAYOUT = RingLayout.compact(2);
  private static final String ASLEEP = "CANCELLED, TIMED_OUT";

  private RB503_CancelAgainstPut() {}

  /** The full ring and what each side does with it. */
  abstract static class PutAndCancel {
    private final WatchedInts memory;
    private final CursorRing ring;
    private final long millis;

    PutAndCancel(Function<SharedInts, WatchedInts> watched, long millis) {
      this.memory = watched.apply(SharedInts.heap(LAYOUT.length()));
      this.ring = CursorRing.create(memory, LAYOUT);
      this.millis = millis;
      ring.producer().offer(1);
    }

    final void put(LL_Result r) {
      try {
        r.r1 = ring.producer().put(2, millis, TimeUnit.MILLISECONDS);
        r.r2 = memory.lastWait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    final void cancel() {
      ring.consumer().cancel();
    }
  }

  /** The flag is in the word that the producer waits on, as shipped. */
  @JCStressTest
  @JCStressMeta(RB503_CancelAgainstPut.class)
  @Outcome(id = ASLEEP, expect = FORBIDDEN, desc = "Left asleep for ten seconds.")
  @Rules(RB503)
  @State
  public static class Shipped extends PutAndCancel {
    public Shipped() {
      super(WatchedInts::new, 10_000);
    }

    @Actor
    public void producer(LL_Result r) {
      put(r);
    }

    @Actor
    public void consumer() {
      cancel();
    }
  }

  /** Wakes nobody who waits for room. */
  private static final class SilentInts extends WatchedInts {
    SilentInts(SharedInts memory) {
      super(memory);
    }

    @Override
    public int notify(int index, int count) {
      return index == LAYOUT.read() ? 0 : memory.notify(index, count);
    }
  }

  /** The control: the sleeper cannot see the flag by itself. */
  @JCStressTest
  @JCStressMeta(RB503_CancelAgainstPut.class)
  @Outcome(
      id = "TIMED_OUT, TIMED_OUT",
      expect = ACCEPTABLE,
      desc = "Not yet lost: no cancel within the short time-out.")
  @Outcome(id = ASLEEP, expect = FORBIDDEN, desc = "The consumer cancelled, and told nobody.")
  @Rules(RB503)
  @State
  public static class CancelWithoutNotify extends PutAndCancel {
    public CancelWithoutNotify() {
      super(SilentInts::new, 5);
    }

    @Actor
    public void producer(LL_Result r) {
      put(r);
    }

    @Actor
    public void consumer() {
      cancel();
    }
  }
}
