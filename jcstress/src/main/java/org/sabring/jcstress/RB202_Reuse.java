package org.sabring.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;
import static org.sabring.spec.Rule.RB101;
import static org.sabring.spec.Rule.RB102;
import static org.sabring.spec.Rule.RB103;
import static org.sabring.spec.Rule.RB202;

import java.util.function.UnaryOperator;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.sabring.memory.SharedInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.ring.RingLayout;
import org.sabring.ring.Taken;

/**
 * RB202: a slot is read before it is freed for the next lap. The ring has three slots and is full,
 * with 1 and 2. The consumer takes them, and then 3 unless it loses patience. The producer offers 3
 * until there is room or it loses patience, and then 4 and 5 once: 4 goes into the slot where 1
 * was. The result is what was taken, in order, then zeroes.
 *
 * <p>To run it: {@code ./sabring verify --layer race}
 */
@Outcome(id = "1, 2, 0", expect = ACCEPTABLE, desc = "Gave up before 3 was published.")
@Outcome(id = "1, 2, 3", expect = ACCEPTABLE, desc = "3 went into a free slot, and out in order.")
@Outcome(expect = FORBIDDEN, desc = "Lost, doubled, or out of order: a slot was overwritten.")
public final class RB202_Reuse {

  private static final RingLayout LAYOUT = RingLayout.compact(3);

  private RB202_Reuse() {}

  /** The full ring and what each side does with it. */
  abstract static class FullRing {
    private final CursorRing ring;

    FullRing(UnaryOperator<SharedInts> memory) {
      ring = CursorRing.create(memory.apply(SharedInts.heap(LAYOUT.length())), LAYOUT);
      ring.producer().offer(1);
      ring.producer().offer(2);
    }

    /** At the consumer's heels: 3 goes in as soon as there is room, and 4 and 5 right after. */
    final void refill() {
      Offered offered = Offered.FULL;
      for (int n = 0; n < 4 * Patience.ATTEMPTS && offered == Offered.FULL; n++) {
        offered = ring.producer().offer(3);
      }
      if (offered == Offered.STORED && ring.producer().offer(4) == Offered.STORED) {
        ring.producer().offer(5);
      }
    }

    /** At the producer's heels: 1 and 2 are there, 3 may come. */
    final void drain(III_Result r) {
      r.r1 = taken(ring.consumer().poll());
      r.r2 = taken(ring.consumer().poll());
      Taken third = Taken.EMPTY;
      for (int n = 0; n < Patience.ATTEMPTS && third == Taken.EMPTY; n++) {
        third = ring.consumer().poll();
      }
      r.r3 = taken(third);
    }

    private int taken(Taken answer) {
      return answer == Taken.ELEMENT ? ring.consumer().element() : 0;
    }
  }

  /** Release and acquire, as shipped. */
  @JCStressTest
  @JCStressMeta(RB202_Reuse.class)
  @Rules({RB202, RB101, RB102, RB103})
  @State
  public static class Shipped extends FullRing {
    public Shipped() {
      super(UnaryOperator.identity());
    }

    @Actor
    public void producer() {
      refill();
    }

    @Actor
    public void consumer(III_Result r) {
      drain(r);
    }
  }

  /** Opaque cursors do not order the slots, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB202_Reuse.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Not forbidden when cursors are opaque: a slot may be read after it is freed.")
  @State
  public static class Opaque extends FullRing {
    public Opaque() {
      super(OpaqueInts::new);
    }

    @Actor
    public void producer() {
      refill();
    }

    @Actor
    public void consumer(III_Result r) {
      drain(r);
    }
  }

  /** Plain cursors order nothing, though x86 does and the compiler may. */
  @JCStressTest
  @JCStressMeta(RB202_Reuse.class)
  @Outcome(
      id = ".*",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Not forbidden when cursors are plain: a slot may be read after it is freed.")
  @State
  public static class Plain extends FullRing {
    public Plain() {
      super(PlainInts::new);
    }

    @Actor
    public void producer() {
      refill();
    }

    @Actor
    public void consumer(III_Result r) {
      drain(r);
    }
  }

  /** Frees all that the consumer has seen when it comes to read the oldest of it. */
  private static final class FreedOnRead extends WrappedInts {
    /** WRITE as the consumer last loaded it. */
    private int seen;

    FreedOnRead(SharedInts memory) {
      super(memory);
    }

    @Override
    public int getAcquire(int index) {
      int value = memory.getAcquire(index);
      if (index == LAYOUT.write()) {
        seen = value;
      }
      return value;
    }

    @Override
    public int getPlain(int index) {
      if (index >= LAYOUT.data()) {
        memory.setRelease(LAYOUT.read(), seen);
        linger();
      }
      return memory.getPlain(index);
    }
  }

  /** The control: the order is wrong, so that even x86 shows it. */
  @JCStressTest
  @JCStressMeta(RB202_Reuse.class)
  @Outcome(
      id = ".*",
      expect = FORBIDDEN,
      desc = "A slot was overwritten that had been freed and not yet read.")
  @Rules({RB202, RB101, RB102})
  @State
  public static class FreeAllBeforeRead extends FullRing {
    public FreeAllBeforeRead() {
      super(FreedOnRead::new);
    }

    @Actor
    public void producer() {
      refill();
    }

    @Actor
    public void consumer(III_Result r) {
      drain(r);
    }
  }
}
