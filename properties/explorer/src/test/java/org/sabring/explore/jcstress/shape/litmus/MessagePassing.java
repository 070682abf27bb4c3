package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Message passing: data, then a flag; the flag, then the data. */
public class MessagePassing {

  /** With plain fields the flag may overtake the data. */
  @JCStressTest
  @State
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "nothing yet")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "the data alone")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "all")
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "the flag without the data")
  public static class Plain {
    int data;
    int flag;

    @Actor
    public void writer() {
      data = 1;
      flag = 1;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag;
      r.r2 = data;
    }
  }

  /** An opaque flag overtakes as well. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "the flag without the data")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  public static class Opaque {
    final AtomicInteger data = new AtomicInteger();
    final AtomicInteger flag = new AtomicInteger();

    @Actor
    public void writer() {
      data.setOpaque(1);
      flag.setOpaque(1);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag.getOpaque();
      r.r2 = data.getOpaque();
    }
  }

  /** Release and acquire carry plain data over. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "the flag without the data")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  public static class ReleaseAcquire {
    private static final VarHandle FLAG;

    static {
      try {
        FLAG = MethodHandles.lookup().findVarHandle(ReleaseAcquire.class, "flag", int.class);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private int data;
    private int flag;

    @Actor
    public void writer() {
      data = 1;
      FLAG.setRelease(this, 1);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = (int) FLAG.getAcquire(this);
      r.r2 = data;
    }
  }

  /** A release that nobody acquires orders nothing for the reader. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "the data was read early")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  public static class ReleaseOpaque {
    final AtomicInteger data = new AtomicInteger();
    final AtomicInteger flag = new AtomicInteger();

    @Actor
    public void writer() {
      data.setOpaque(1);
      flag.setRelease(1);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag.getOpaque();
      r.r2 = data.getOpaque();
    }
  }

  /** An acquire of what was not released. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "the data was written late")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  public static class OpaqueAcquire {
    final AtomicInteger data = new AtomicInteger();
    final AtomicInteger flag = new AtomicInteger();

    @Actor
    public void writer() {
      data.setOpaque(1);
      flag.setOpaque(1);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag.getAcquire();
      r.r2 = data.getOpaque();
    }
  }

  /** A volatile flag publishes what was written before it. */
  @JCStressTest
  @Ref("https://docs.oracle.com/javase/specs/jls/se17/html/jls-17.html#jls-17.4.5")
  @State
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "happens-before broken")
  @Outcome(
      id = {"0, [01]", "1, 1"},
      expect = ACCEPTABLE)
  public static class VolatileFlag {
    int data;
    volatile int flag;

    @Actor
    public void writer() {
      data = 1;
      flag = 1;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag;
      r.r2 = data;
    }
  }

  /** It is the flag that must be volatile, and not the data. */
  @JCStressTest
  @State
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "the plain flag was read late")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 1"},
      expect = ACCEPTABLE)
  public static class VolatileData {
    volatile int data;
    int flag;

    @Actor
    public void writer() {
      data = 1;
      flag = 1;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag;
      r.r2 = data;
    }
  }
}
