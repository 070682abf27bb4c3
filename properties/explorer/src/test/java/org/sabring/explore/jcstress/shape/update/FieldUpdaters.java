package org.sabring.explore.jcstress.shape.update;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.atomic.AtomicStampedReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Updates by field updaters, and of references. */
public class FieldUpdaters {

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
}
