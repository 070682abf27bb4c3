package org.sabring.explore.jcstress.shape.update;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.BBB_Result;
import org.openjdk.jcstress.infra.results.CZS_Result;
import org.openjdk.jcstress.infra.results.D_Result;
import org.openjdk.jcstress.infra.results.F_Result;
import org.openjdk.jcstress.infra.results.J_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Tearing: values in two halves, and neighbours. */
public class Tearing {

  /** A plain long may come in halves. */
  @JCStressTest
  @State
  @Ref("https://docs.oracle.com/javase/specs/jls/se17/html/jls-17.html#jls-17.7")
  @Outcome(
      id = {"0", "-1"},
      expect = ACCEPTABLE,
      desc = "before or after")
  @Outcome(
      id = {"4294967295", "-4294967296"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "half of it")
  @Outcome(expect = FORBIDDEN, desc = "in smaller pieces")
  public static class PlainLong {
    long value;

    @Actor
    public void writer() {
      value = -1L;
    }

    @Actor
    public void reader(J_Result r) {
      r.r1 = value;
    }
  }

  /** So may a plain double. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0\\.0", "3\\.141592653589793"},
      expect = ACCEPTABLE,
      desc = "before or after")
  @Outcome(
      id = {"3.141592025756836", "6.984873503E-315"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "half of it")
  @Outcome(expect = FORBIDDEN, desc = "in smaller pieces")
  public static class PlainDouble {
    double value;

    @Actor
    public void writer() {
      value = Math.PI;
    }

    @Actor
    public void reader(D_Result r) {
      r.r1 = value;
    }
  }

  /** A volatile long does not. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0", "-1"},
      expect = ACCEPTABLE,
      desc = "before or after")
  @Outcome(expect = FORBIDDEN, desc = "half of it")
  public static class VolatileLong {
    volatile long value;

    @Actor
    public void writer() {
      value = -1L;
    }

    @Actor
    public void reader(J_Result r) {
      r.r1 = value;
    }
  }

  /** Nor does an opaque one. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "before")
  @Outcome(id = "1311768467463790320", expect = ACCEPTABLE, desc = "after")
  @Outcome(expect = FORBIDDEN, desc = "half of it")
  public static class OpaqueLong {
    final AtomicLong value = new AtomicLong();

    @Actor
    public void writer() {
      value.setOpaque(0x123456789abcdef0L);
    }

    @Actor
    public void reader(J_Result r) {
      r.r1 = value.getOpaque();
    }
  }

  /** A float is of one piece. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0.0", "1.5"},
      expect = ACCEPTABLE,
      desc = "before or after")
  @Outcome(expect = FORBIDDEN, desc = "half of it")
  public static class PlainFloat {
    float value;

    @Actor
    public void writer() {
      value = 1.5f;
    }

    @Actor
    public void reader(F_Result r) {
      r.r1 = value;
    }
  }

  /** Neighbours in an array of bytes do not disturb each other. */
  @JCStressTest
  @State
  @Ref("https://docs.oracle.com/javase/specs/jls/se17/html/jls-17.html#jls-17.6")
  @Outcome(id = "1, 2, 3", expect = ACCEPTABLE, desc = "all three")
  @Outcome(expect = FORBIDDEN, desc = "a neighbour's is lost")
  public static class Bytes {
    final byte[] bytes = new byte[3];

    @Actor
    public void first() {
      bytes[0] = 1;
    }

    @Actor
    public void second() {
      bytes[1] = 2;
    }

    @Actor
    public void third() {
      bytes[2] = 3;
    }

    @Arbiter
    public void look(BBB_Result r) {
      r.r1 = bytes[0];
      r.r2 = bytes[1];
      r.r3 = bytes[2];
    }
  }

  /** Nor do fields. */
  @JCStressTest
  @State
  @Outcome(id = "a, true, 7", expect = ACCEPTABLE, desc = "all three")
  @Outcome(expect = FORBIDDEN, desc = "a neighbour's is lost")
  public static class Fields {
    char letter;
    boolean flag;
    short number;

    @Actor
    public void letter() {
      letter = 'a';
    }

    @Actor
    public void flag() {
      flag = true;
    }

    @Actor
    public void number() {
      number = 7;
    }

    @Arbiter
    public void look(CZS_Result r) {
      r.r1 = letter;
      r.r2 = flag;
      r.r3 = number;
    }
  }

  /** The bits of a BitSet share a word, and that is no neighbourhood to rely on. */
  @JCStressTest
  @State
  @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "both")
  @Outcome(
      id = {"true, false", "false, true"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "a bit is lost")
  @Outcome(id = "false, false", expect = FORBIDDEN, desc = "both are lost")
  public static class Bits {
    final BitSet bits = new BitSet(8);

    @Actor
    public void first() {
      bits.set(0);
    }

    @Actor
    public void second() {
      bits.set(1);
    }

    @Arbiter
    public void look(ZZ_Result r) {
      r.r1 = bits.get(0);
      r.r2 = bits.get(1);
    }
  }
}
