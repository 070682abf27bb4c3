package org.sabring.explore.jcstress.shape.update;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.openjdk.jcstress.infra.results.J_Result;

/** Updates: a read and a write with nothing in between. */
public class Updates {

  /** Each increment sees the other or not. */
  @JCStressTest
  @State
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "first, second")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "second, first")
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "an update is lost")
  public static class Increments {
    final AtomicInteger counter = new AtomicInteger();

    @Actor
    public void first(II_Result r) {
      r.r1 = counter.incrementAndGet();
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = counter.incrementAndGet();
    }
  }

  /** Even the weakest getAndAdd loses nothing. */
  @JCStressTest
  @State
  @Outcome(id = "111", expect = ACCEPTABLE, desc = "all three")
  @Outcome(expect = FORBIDDEN, desc = "an update is lost")
  public static class GetAndAdd {
    private static final VarHandle SUM;

    static {
      try {
        SUM = MethodHandles.lookup().findVarHandle(GetAndAdd.class, "sum", long.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private long sum;

    @Actor
    public void one() {
      SUM.getAndAdd(this, 1L);
    }

    @Actor
    public void ten() {
      SUM.getAndAddAcquire(this, 10L);
    }

    @Actor
    public void hundred() {
      SUM.getAndAddRelease(this, 100L);
    }

    @Arbiter
    public void look(J_Result r) {
      r.r1 = sum;
    }
  }

  /** An update and a write: the write is not swallowed. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0, 10", "10, 11"},
      expect = ACCEPTABLE,
      desc = "before or after the write")
  @Outcome(id = "0, 1", expect = FORBIDDEN, desc = "the write came in between")
  public static class IncrementAndWrite {
    final AtomicInteger x = new AtomicInteger();

    @Actor
    public void increment(II_Result r) {
      r.r1 = x.getAndIncrement();
    }

    @Actor
    public void write() {
      x.setOpaque(10);
    }

    @Arbiter
    public void look(II_Result r) {
      r.r2 = x.get();
    }
  }

  /** compareAndExchange tells what was there: one of two wins. */
  @JCStressTest
  @State
  @Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "the first has won")
  @Outcome(id = "2, 0, 2", expect = ACCEPTABLE, desc = "the second has won")
  @Outcome(expect = FORBIDDEN, desc = "both or none")
  public static class CompareAndExchange {
    final AtomicInteger x = new AtomicInteger();

    @Actor
    public void first(III_Result r) {
      r.r1 = x.compareAndExchange(0, 1);
    }

    @Actor
    public void second(III_Result r) {
      r.r2 = x.compareAndExchange(0, 2);
    }

    @Arbiter
    public void look(III_Result r) {
      r.r3 = x.get();
    }
  }

  /** Bits are set one beside the other. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0, 1, 3", "2, 0, 3"},
      expect = ACCEPTABLE,
      desc = "both bits")
  @Outcome(expect = FORBIDDEN, desc = "a bit is lost")
  public static class Bits {
    private static final VarHandle BITS;

    static {
      try {
        BITS = MethodHandles.lookup().findVarHandle(Bits.class, "bits", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private int bits;

    @Actor
    public void low(III_Result r) {
      r.r1 = (int) BITS.getAndBitwiseOr(this, 1);
    }

    @Actor
    public void high(III_Result r) {
      r.r2 = (int) BITS.getAndBitwiseXor(this, 2);
    }

    @Arbiter
    public void look(III_Result r) {
      r.r3 = bits;
    }
  }

  /** An array of atomic numbers, and a function that is called anew when it was too late. */
  @JCStressTest
  @Outcome(id = "22", expect = ACCEPTABLE, desc = "plus 1, times 2")
  @Outcome(id = "21", expect = ACCEPTABLE, desc = "times 2, plus 1")
  @Outcome(expect = FORBIDDEN, desc = "an update is lost")
  public static class Functions {

    /** One number at index 0. */
    @State
    public static class Numbers {
      final AtomicIntegerArray array = new AtomicIntegerArray(new int[] {10});
    }

    @Actor
    public void increment(Numbers n) {
      n.array.updateAndGet(0, value -> value + 1);
    }

    @Actor
    public void twice(Numbers n) {
      n.array.accumulateAndGet(0, 2, (value, factor) -> value * factor);
    }

    @Arbiter
    public void look(Numbers n, I_Result r) {
      r.r1 = n.array.get(0);
    }
  }

  /** LongAdder: nothing is lost once all have added. */
  @JCStressTest
  @State
  @Outcome(id = "[0123], 3", expect = ACCEPTABLE, desc = "a sum in between is what it is")
  @Outcome(expect = FORBIDDEN, desc = "an update is lost")
  public static class Adder {
    final LongAdder adder = new LongAdder();

    @Actor
    public void one() {
      adder.add(1);
    }

    @Actor
    public void two() {
      adder.add(2);
    }

    @Actor
    public void between(JJ_Result r) {
      r.r1 = adder.sum();
    }

    @Arbiter
    public void end(JJ_Result r) {
      r.r2 = adder.sum();
    }
  }
}
