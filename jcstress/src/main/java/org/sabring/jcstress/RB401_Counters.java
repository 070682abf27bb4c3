package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.spec.Rule.RB401;

import java.util.function.UnaryOperator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.sabring.memory.SharedInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;
import org.sabring.ring.Taken;

/**
 * RB401: CONSUMED is never ahead of PRODUCED. The producer offers one element; the consumer polls
 * until it gets it or loses patience, and then reads CONSUMED and PRODUCED in this order. (Were
 * they read in the other order, an element that comes in between would make CONSUMED look ahead.)
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Gave up and counted before the offer.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Gave up before the offer, counted after.")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Took it; both have counted.")
@Outcome(expect = FORBIDDEN, desc = "Counted twice, or what did not happen.")
public final class RB401_Counters {

  private static final RingLayout LAYOUT = RingLayout.compact(2);

  private RB401_Counters() {}

  /** The ring and what each side does with it. */
  abstract static class OfferAndCount {
    private final CursorRing ring;

    OfferAndCount(UnaryOperator<SharedInts> memory) {
      ring = CursorRing.create(memory.apply(SharedInts.heap(LAYOUT.length())), LAYOUT);
    }

    final void offer() {
      ring.producer().offer(42);
    }

    final void pollAndCount(II_Result r) {
      Taken taken = Taken.EMPTY;
      for (int n = 0; n < Patience.ATTEMPTS && taken == Taken.EMPTY; n++) {
        taken = ring.consumer().poll();
      }
      r.r1 = ring.memory().getOpaque(LAYOUT.consumed());
      r.r2 = ring.memory().getOpaque(LAYOUT.produced());
    }
  }

  /** Counted before it is published, as shipped. */
  @JCStressTest
  @JCStressMeta(RB401_Counters.class)
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "CONSUMED is ahead of PRODUCED.")
  @Rules(RB401)
  @State
  public static class Shipped extends OfferAndCount {
    public Shipped() {
      super(UnaryOperator.identity());
    }

    @Actor
    public void producer() {
      offer();
    }

    @Actor
    public void consumer(II_Result r) {
      pollAndCount(r);
    }
  }

  /** Keeps the count back until the cursor is out. */
  private static final class CountAfterCursor extends WrappedInts {
    CountAfterCursor(SharedInts memory) {
      super(memory);
    }

    @Override
    public int addOpaque(int index, int delta) {
      return index == LAYOUT.produced() ? memory.getOpaque(index) : memory.addOpaque(index, delta);
    }

    @Override
    public void setRelease(int index, int value) {
      memory.setRelease(index, value);
      if (index == LAYOUT.write()) {
        linger();
        memory.addOpaque(LAYOUT.produced(), 1);
      }
    }
  }

  /** The control: the order is wrong, so that even x86 shows it. */
  @JCStressTest
  @JCStressMeta(RB401_Counters.class)
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "PRODUCED is counted after WRITE is published.")
  @Rules(RB401)
  @State
  public static class CountAfterPublish extends OfferAndCount {
    public CountAfterPublish() {
      super(CountAfterCursor::new);
    }

    @Actor
    public void producer() {
      offer();
    }

    @Actor
    public void consumer(II_Result r) {
      pollAndCount(r);
    }
  }
}
