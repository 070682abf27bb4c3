package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.B_Result;
import org.openjdk.jcstress.infra.results.C_Result;
import org.openjdk.jcstress.infra.results.S_Result;

/** One plain write and one plain read: the old value or the new one, and no other. */
public class OneRead {

  /** A letter. */
  @JCStressTest
  @State
  @Outcome(id = "[xy]", expect = ACCEPTABLE, desc = "old or new")
  @Outcome(expect = FORBIDDEN, desc = "never written")
  public static class OfChar {
    char letter = 'x';

    @Actor
    public void writer() {
      letter = 'y';
    }

    @Actor
    public void reader(C_Result r) {
      r.r1 = letter;
    }
  }

  /** A small number. */
  @JCStressTest
  @State
  @Outcome(
      id = {"-128", "127"},
      expect = ACCEPTABLE,
      desc = "old or new")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "from before the constructor")
  public static class OfByte {
    byte number = Byte.MIN_VALUE;

    @Actor
    public void writer() {
      number = Byte.MAX_VALUE;
    }

    @Actor
    public void reader(B_Result r) {
      r.r1 = number;
    }
  }

  /** A number of two bytes, which do not come apart. */
  @JCStressTest
  @State
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "old")
  @Outcome(id = "258", expect = ACCEPTABLE, desc = "new")
  @Outcome(
      id = {"2", "256"},
      expect = FORBIDDEN,
      desc = "half of it")
  public static class OfShort {
    final short[] numbers = new short[1];

    @Actor
    public void writer() {
      numbers[0] = 0x0102;
    }

    @Actor
    public void reader(S_Result r) {
      r.r1 = numbers[0];
    }
  }
}
