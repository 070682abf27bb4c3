package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.spec.Rule.RB301;
import static org.sabring.spec.Rule.RB302;
import static org.sabring.spec.Rule.RB303;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;

/**
 * RB301: who sleeps is woken. The consumer takes from an empty ring while the producer offers one
 * element. The result is the consumer's answer, and how its last wait ended. It waits with a
 * time-out, so that a lost wake-up is an outcome and not a hang; the shipped ring never needs it.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "ELEMENT, NO_WAIT", expect = ACCEPTABLE, desc = "The element was there.")
@Outcome(id = "ELEMENT, NOT_EQUAL", expect = ACCEPTABLE, desc = "It came just before the wait.")
@Outcome(id = "ELEMENT, OK", expect = ACCEPTABLE, desc = "Slept, and was woken.")
@Outcome(expect = FORBIDDEN, desc = "Something else than the element.")
public final class RB301_WakeUp {

  private static final RingLayout LAYOUT = RingLayout.compact(2);
  private static final String ASLEEP = "ELEMENT, TIMED_OUT";
  private static final String LATE = "TIMED_OUT, TIMED_OUT";
  private static final String LATE_CAUSE = "Not yet lost: no element within the short time-out.";

  private RB301_WakeUp() {}

  /** The ring and what each side does with it. */
  abstract static class OfferAndTake {
    private final WatchedInts memory;
    private final CursorRing ring;
    private final long millis;

    OfferAndTake(Function<SharedInts, WatchedInts> watched, long millis) {
      this.memory = watched.apply(SharedInts.heap(LAYOUT.length()));
      this.ring = CursorRing.create(memory, LAYOUT);
      this.millis = millis;
    }

    final void offer() {
      ring.producer().offer(42);
    }

    final void take(LL_Result r) {
      try {
        r.r1 = ring.consumer().take(millis, TimeUnit.MILLISECONDS);
        r.r2 = memory.lastWait();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Compare-and-block against publish-and-notify, as shipped. */
  @JCStressTest
  @JCStressMeta(RB301_WakeUp.class)
  @Outcome(id = ASLEEP, expect = FORBIDDEN, desc = "Left asleep for ten seconds.")
  @Rules({RB301, RB302, RB303})
  @State
  public static class Shipped extends OfferAndTake {
    public Shipped() {
      super(WatchedInts::new, 10_000);
    }

    @Actor
    public void producer() {
      offer();
    }

    @Actor
    public void consumer(LL_Result r) {
      take(r);
    }
  }

  /** Wakes nobody. */
  private static final class SilentInts extends WatchedInts {
    SilentInts(SharedInts memory) {
      super(memory);
    }

    @Override
    public int notify(int index, int count) {
      return 0;
    }
  }

  /** The control: the sleeper cannot see the move by itself. */
  @JCStressTest
  @JCStressMeta(RB301_WakeUp.class)
  @Outcome(id = LATE, expect = ACCEPTABLE, desc = LATE_CAUSE)
  @Outcome(id = ASLEEP, expect = FORBIDDEN, desc = "The producer published, and told nobody.")
  @Rules({RB301, RB303})
  @State
  public static class NoNotify extends OfferAndTake {
    public NoNotify() {
      super(SilentInts::new, 5);
    }

    @Actor
    public void producer() {
      offer();
    }

    @Actor
    public void consumer(LL_Result r) {
      take(r);
    }
  }

  /** Goes to sleep whatever the word is, and not at once, so that it often has changed. */
  private static final class SleepyInts extends WatchedInts {
    private static final int DAWDLE = 64;

    SleepyInts(SharedInts memory) {
      super(memory);
    }

    @Override
    public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
      for (int n = 0; n < DAWDLE && memory.getOpaque(index) == expected; n++) {
        linger();
      }
      linger();
      return super.await(index, memory.getVolatile(index), timeoutNanos);
    }
  }

  /** The control: what changed between looking and sleeping is missed. */
  @JCStressTest
  @JCStressMeta(RB301_WakeUp.class)
  @Outcome(id = LATE, expect = ACCEPTABLE, desc = LATE_CAUSE)
  @Outcome(id = ASLEEP, expect = FORBIDDEN, desc = "Notified before it slept, on a word it missed.")
  @Rules({RB301, RB302})
  @State
  public static class WaitWithoutCompare extends OfferAndTake {
    public WaitWithoutCompare() {
      super(SleepyInts::new, 5);
    }

    @Actor
    public void producer() {
      offer();
    }

    @Actor
    public void consumer(LL_Result r) {
      take(r);
    }
  }
}
