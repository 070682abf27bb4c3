package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.spec.Rule.RB102;
import static org.sabring.spec.Rule.RB501;

import java.util.function.UnaryOperator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.sabring.memory.SharedInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;
import org.sabring.ring.Taken;

/**
 * RB501: after close comes everything that was put, and then the end. The producer offers one
 * element and closes; the consumer asks twice, each time until it gets an answer other than EMPTY
 * or loses patience.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "EMPTY, EMPTY", expect = ACCEPTABLE, desc = "Gave up twice before the offer.")
@Outcome(
    id = "EMPTY, ELEMENT",
    expect = ACCEPTABLE,
    desc = "Gave up before the offer, then took it.")
@Outcome(
    id = "ELEMENT, EMPTY",
    expect = ACCEPTABLE,
    desc = "Took it, and gave up before the close.")
@Outcome(id = "ELEMENT, END", expect = ACCEPTABLE, desc = "All of it, and then the end.")
@Outcome(expect = FORBIDDEN, desc = "Something after the end, or the element twice.")
public final class RB501_CloseAgainstTake {

  private static final RingLayout LAYOUT = RingLayout.compact(2);

  private RB501_CloseAgainstTake() {}

  /** The ring and what each side does with it. */
  abstract static class OfferAndClose {
    private final CursorRing ring;

    OfferAndClose(UnaryOperator<SharedInts> memory) {
      ring = CursorRing.create(memory.apply(SharedInts.heap(LAYOUT.length())), LAYOUT);
    }

    final void offerAndClose() {
      ring.producer().offer(42);
      ring.producer().close();
    }

    final void pollTwice(LL_Result r) {
      r.r1 = poll();
      r.r2 = poll();
    }

    private Taken poll() {
      Taken taken = Taken.EMPTY;
      for (int n = 0; n < Patience.ATTEMPTS && taken == Taken.EMPTY; n++) {
        taken = ring.consumer().poll();
      }
      return taken;
    }
  }

  /** Asks whether the ring is empty before it asks whether it is closed, as shipped. */
  @JCStressTest
  @JCStressMeta(RB501_CloseAgainstTake.class)
  @Outcome(id = ".*END, .*|EMPTY, END", expect = FORBIDDEN, desc = "The end before the element.")
  @Rules({RB501, RB102})
  @State
  public static class Shipped extends OfferAndClose {
    public Shipped() {
      super(UnaryOperator.identity());
    }

    @Actor
    public void producer() {
      offerAndClose();
    }

    @Actor
    public void consumer(LL_Result r) {
      pollTwice(r);
    }
  }

  /** Once the producer has closed, answers the consumer as if all had been taken. */
  private static final class EmptyOnceClosed extends WrappedInts {
    EmptyOnceClosed(SharedInts memory) {
      super(memory);
    }

    @Override
    public int getAcquire(int index) {
      int value = memory.getAcquire(index);
      boolean closed = index == LAYOUT.write() && RingLayout.isFlagged(value);
      return closed ? memory.getPlain(LAYOUT.read()) | RingLayout.FLAG : value;
    }
  }

  /** The control: it asks in the wrong order. */
  @JCStressTest
  @JCStressMeta(RB501_CloseAgainstTake.class)
  @Outcome(
      id = "END, END|EMPTY, END",
      expect = FORBIDDEN,
      desc = "The end although the element was still stored.")
  @Rules({RB501, RB102})
  @State
  public static class ClosedBeforeEmpty extends OfferAndClose {
    public ClosedBeforeEmpty() {
      super(EmptyOnceClosed::new);
    }

    @Actor
    public void producer() {
      offerAndClose();
    }

    @Actor
    public void consumer(LL_Result r) {
      pollTwice(r);
    }
  }
}
