package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.spec.Rule.RB103;
import static org.sabring.spec.Rule.RB201;

import java.util.function.UnaryOperator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LI_Result;
import org.sabring.memory.SharedInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;
import org.sabring.ring.Taken;

/**
 * RB201: the slot is written before the cursor that hands it over. The producer offers 42 to an
 * empty ring whose slots hold zero; the consumer polls until it gets an element or loses patience.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "EMPTY, 0", expect = ACCEPTABLE, desc = "Gave up before the cursor was published.")
@Outcome(id = "ELEMENT, 42", expect = ACCEPTABLE, desc = "The slot came with the cursor.")
@Outcome(expect = FORBIDDEN, desc = "Neither nothing nor the element: something was invented.")
public final class RB201_Publication {

  private static final RingLayout LAYOUT = RingLayout.compact(2);
  private static final String SLOT_MISSED = "ELEMENT, 0";

  private RB201_Publication() {}

  /** The ring and what each side does with it. */
  abstract static class OfferAndPoll {
    private final CursorRing ring;

    OfferAndPoll(UnaryOperator<SharedInts> memory) {
      ring = CursorRing.create(memory.apply(SharedInts.heap(LAYOUT.length())), LAYOUT);
    }

    final void offer() {
      ring.producer().offer(42);
    }

    final void poll(LI_Result r) {
      Taken taken = Taken.EMPTY;
      for (int n = 0; n < Patience.ATTEMPTS && taken == Taken.EMPTY; n++) {
        taken = ring.consumer().poll();
      }
      r.r1 = taken;
      r.r2 = taken == Taken.ELEMENT ? ring.consumer().element() : 0;
    }
  }

  /** Release and acquire, as shipped. */
  @JCStressTest
  @JCStressMeta(RB201_Publication.class)
  @Outcome(id = SLOT_MISSED, expect = FORBIDDEN, desc = "The cursor was there before the slot.")
  @Rules({RB201, RB103})
  @State
  public static class Shipped extends OfferAndPoll {
    public Shipped() {
      super(UnaryOperator.identity());
    }

    @Actor
    public void producer() {
      offer();
    }

    @Actor
    public void consumer(LI_Result r) {
      poll(r);
    }
  }

  /** Opaque cursors do not order the slot, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB201_Publication.class)
  @Outcome(
      id = SLOT_MISSED,
      expect = ACCEPTABLE_INTERESTING,
      desc = "Not forbidden when cursors are opaque: the slot may come later.")
  @State
  public static class Opaque extends OfferAndPoll {
    public Opaque() {
      super(OpaqueInts::new);
    }

    @Actor
    public void producer() {
      offer();
    }

    @Actor
    public void consumer(LI_Result r) {
      poll(r);
    }
  }

  /** Plain cursors order nothing, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB201_Publication.class)
  @Outcome(
      id = SLOT_MISSED,
      expect = ACCEPTABLE_INTERESTING,
      desc = "Not forbidden when cursors are plain: the slot may come later.")
  @State
  public static class Plain extends OfferAndPoll {
    public Plain() {
      super(PlainInts::new);
    }

    @Actor
    public void producer() {
      offer();
    }

    @Actor
    public void consumer(LI_Result r) {
      poll(r);
    }
  }

  /** Keeps the slot's value back until the cursor is out. */
  private static final class SlotAfterCursor extends WrappedInts {
    /** Producer only, as all of the slots' stores. */
    private int slot;

    private int element;

    SlotAfterCursor(SharedInts memory) {
      super(memory);
    }

    @Override
    public void setPlain(int index, int value) {
      slot = index;
      element = value;
    }

    @Override
    public void setRelease(int index, int value) {
      memory.setRelease(index, value);
      if (index == LAYOUT.write()) {
        linger();
        memory.setPlain(slot, element);
      }
    }
  }

  /** The control: the order is wrong, so that even x86 shows it. */
  @JCStressTest
  @JCStressMeta(RB201_Publication.class)
  @Outcome(id = SLOT_MISSED, expect = FORBIDDEN, desc = "The slot is stored after the cursor.")
  @Rules({RB201, RB103})
  @State
  public static class PublishBeforeWrite extends OfferAndPoll {
    public PublishBeforeWrite() {
      super(SlotAfterCursor::new);
    }

    @Actor
    public void producer() {
      offer();
    }

    @Actor
    public void consumer(LI_Result r) {
      poll(r);
    }
  }
}
