package org.sabring.explore.jcstress.shape;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.AtomicStampedReference;
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
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

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

  /** A weak compare-and-set may fail though nobody is in its way. */
  @JCStressTest
  @State
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "set")
  @Outcome(id = "false, 0", expect = ACCEPTABLE_INTERESTING, desc = "failed for no reason")
  @Outcome(expect = FORBIDDEN, desc = "set and told otherwise, or the other way round")
  public static class WeakAlone {
    final AtomicInteger x = new AtomicInteger();
    int read;

    @Actor
    public void set(ZI_Result r) {
      r.r1 = x.weakCompareAndSetVolatile(0, 1);
    }

    @Actor
    public void bystander() {
      read = x.get();
    }

    @Arbiter
    public void look(ZI_Result r) {
      r.r2 = x.get();
    }
  }

  /** Two weak ones: both may fail, never do both succeed. */
  @JCStressTest
  @State
  @Outcome(
      id = {"true, false", "false, true"},
      expect = ACCEPTABLE)
  @Outcome(id = "false, false", expect = ACCEPTABLE_INTERESTING, desc = "one failed for no reason")
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "both had the same 0")
  public static class WeakTwice {
    final AtomicInteger x = new AtomicInteger();

    @Actor
    public void first(ZZ_Result r) {
      r.r1 = x.weakCompareAndSetPlain(0, 1);
    }

    @Actor
    public void second(ZZ_Result r) {
      r.r2 = x.weakCompareAndSetPlain(0, 2);
    }
  }

  /** A weak one in a loop counts as a strong one does. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "both")
  @Outcome(id = "1", expect = FORBIDDEN, desc = "an update is lost")
  public static class WeakLoop {
    private final AtomicInteger x = new AtomicInteger();

    private void increment() {
      int seen;
      do {
        seen = x.get();
      } while (!x.weakCompareAndSetVolatile(seen, seen + 1));
    }

    @Actor
    public void first() {
      increment();
    }

    @Actor
    public void second() {
      increment();
    }

    @Arbiter
    public void look(I_Result r) {
      r.r1 = x.get();
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

  /** A field updater on an int. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0, 3", "5, 0"},
      expect = ACCEPTABLE,
      desc = "one after the other")
  @Outcome(expect = FORBIDDEN, desc = "both were first, or nobody")
  public static class IntegerUpdater {
    private static final AtomicIntegerFieldUpdater<IntegerUpdater> X =
        AtomicIntegerFieldUpdater.newUpdater(IntegerUpdater.class, "x");

    volatile int x;

    @Actor
    public void three(II_Result r) {
      r.r1 = X.getAndAdd(this, 3);
    }

    @Actor
    public void five(II_Result r) {
      r.r2 = X.getAndAdd(this, 5);
    }
  }

  /** A field updater on a reference: a stack of which two take one each. */
  @JCStressTest
  @State
  @Outcome(
      id = {"top, bottom", "bottom, top"},
      expect = ACCEPTABLE,
      desc = "one each")
  @Outcome(expect = FORBIDDEN, desc = "taken twice, or lost")
  public static class ReferenceUpdater {
    static class Node {
      final String item;
      final Node next;

      Node(String item, Node next) {
        this.item = item;
        this.next = next;
      }
    }

    private static final AtomicReferenceFieldUpdater<ReferenceUpdater, Node> TOP =
        AtomicReferenceFieldUpdater.newUpdater(ReferenceUpdater.class, Node.class, "top");

    volatile Node top = new Node("top", new Node("bottom", null));

    private String pop() {
      Node seen;
      do {
        seen = top;
      } while (!TOP.compareAndSet(this, seen, seen.next));
      return seen.item;
    }

    @Actor
    public void first(LL_Result r) {
      r.r1 = pop();
    }

    @Actor
    public void second(LL_Result r) {
      r.r2 = pop();
    }
  }

  /** ABA: a compare-and-set does not see that the value was away. */
  @JCStressTest
  @State
  @Outcome(id = "true, false", expect = ACCEPTABLE_INTERESTING, desc = "it may have been away")
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "the value was not away")
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "it was away just then")
  @Outcome(id = "false, true", expect = FORBIDDEN, desc = "with nothing in the way")
  public static class Aba {
    private static final String A = "A";
    private static final String B = "B";

    final AtomicReference<String> bare = new AtomicReference<>(A);
    final AtomicStampedReference<String> stamped = new AtomicStampedReference<>(A, 0);

    @Actor
    public void awayAndBack() {
      stamped.set(B, 1);
      bare.set(B);
      bare.set(A);
      stamped.set(A, 2);
    }

    @Actor
    public void compare(ZZ_Result r) {
      r.r1 = bare.compareAndSet(A, A);
      r.r2 = stamped.compareAndSet(A, A, 0, 0);
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
