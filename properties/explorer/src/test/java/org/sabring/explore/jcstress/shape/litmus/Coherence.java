package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.BB_Result;
import org.openjdk.jcstress.infra.results.CC_Result;
import org.openjdk.jcstress.infra.results.IIII_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.SS_Result;

/** Coherence: what several accesses to one location may see. */
public class Coherence {

  /** Two plain reads of one field, through two names, may go backwards. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "the second read came first")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  public static class PlainReads {

    /** One cell with two names. */
    @State
    public static class Names {
      final Cell one = new Cell();
      final Cell two = one;
    }

    static class Cell {
      int value;
    }

    @Actor
    public void writer(Names n) {
      n.one.value = 1;
    }

    @Actor
    public void reader(Names n, II_Result r) {
      Cell one = n.one;
      Cell two = n.two;
      r.r1 = one.value;
      r.r2 = two.value;
    }
  }

  /** Opaque reads of one location do not go backwards. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "backwards")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  public static class OpaqueReads {
    private static final VarHandle VALUE;

    static {
      try {
        VALUE = MethodHandles.lookup().findVarHandle(OpaqueReads.class, "value", byte.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    byte value;

    @Actor
    public void writer() {
      VALUE.setOpaque(this, (byte) 1);
    }

    @Actor
    public void reader(BB_Result r) {
      r.r1 = (byte) VALUE.getOpaque(this);
      r.r2 = (byte) VALUE.getOpaque(this);
    }
  }

  /** Nor do volatile ones. */
  @JCStressTest
  @State
  @Outcome(id = "a, a", expect = ACCEPTABLE, desc = "before")
  @Outcome(id = "a, x", expect = ACCEPTABLE, desc = "between")
  @Outcome(id = "x, x", expect = ACCEPTABLE, desc = "after")
  @Outcome(expect = FORBIDDEN, desc = "backwards")
  public static class VolatileReads {
    volatile char value = 'a';

    @Actor
    public void writer() {
      value = 'x';
    }

    @Actor
    public void reader(CC_Result r) {
      r.r1 = value;
      r.r2 = value;
    }
  }

  /** Two readers agree on the order of two writers. */
  @JCStressTest
  @State
  @Outcome(id = "1, 2, 2, 1", expect = FORBIDDEN, desc = "each reader has an order of its own")
  @Outcome(id = "2, 1, 1, 2", expect = FORBIDDEN, desc = "each reader has an order of its own")
  @Outcome(
      id = {"[12], 0, .*", ".*, .*, [12], 0"},
      expect = FORBIDDEN,
      desc = "backwards")
  @Outcome(id = ".*", expect = ACCEPTABLE, desc = "one order for all")
  public static class TwoReaders {
    final AtomicInteger x = new AtomicInteger();

    @Actor
    public void one() {
      x.setOpaque(1);
    }

    @Actor
    public void two() {
      x.setOpaque(2);
    }

    @Actor
    public void first(IIII_Result r) {
      r.r1 = x.getOpaque();
      r.r2 = x.getOpaque();
    }

    @Actor
    public void second(IIII_Result r) {
      r.r3 = x.getOpaque();
      r.r4 = x.getOpaque();
    }
  }

  /** Read, then write: what was read lies before what was written. */
  @JCStressTest
  @State
  @Outcome(id = "1, [012]", expect = FORBIDDEN, desc = "its own write, before it")
  @Outcome(id = "2, 2", expect = FORBIDDEN, desc = "the write that was read is the last one")
  @Outcome(
      id = {"0, 1", "0, 2", "2, 1"},
      expect = ACCEPTABLE)
  public static class ReadWrite {
    final AtomicInteger x = new AtomicInteger();

    @Actor
    public void both(II_Result r) {
      r.r1 = x.getOpaque();
      x.setOpaque(1);
    }

    @Actor
    public void other() {
      x.setOpaque(2);
    }

    @Arbiter
    public void last(II_Result r) {
      r.r2 = x.get();
    }
  }

  /** The same with a plain field: the two writes race, and who looks later may see either. */
  @JCStressTest
  @State
  @Outcome(id = "2, 2", expect = ACCEPTABLE_INTERESTING, desc = "neither write is ordered")
  @Outcome(
      id = {"0, 1", "0, 2", "2, 1"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN, desc = "its own write, before it, or none at the end")
  public static class PlainReadWrite {
    short x;

    @Actor
    public void both(SS_Result r) {
      r.r1 = x;
      x = 1;
    }

    @Actor
    public void other() {
      x = 2;
    }

    @Arbiter
    public void last(SS_Result r) {
      r.r2 = x;
    }
  }

  /** Elements of an array keep their order as fields do, if they are volatile. */
  @JCStressTest
  @State
  @Outcome(
      id = {"1, 0", "2, 0", "2, 1"},
      expect = FORBIDDEN,
      desc = "backwards")
  @Outcome(expect = ACCEPTABLE)
  public static class ArrayElement {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(int[].class);

    final int[] array = new int[2];

    @Actor
    public void writer() {
      ELEMENT.setVolatile(array, 1, 1);
      ELEMENT.setVolatile(array, 1, 2);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = (int) ELEMENT.getVolatile(array, 1);
      r.r2 = (int) ELEMENT.getVolatile(array, 1);
    }
  }
}
