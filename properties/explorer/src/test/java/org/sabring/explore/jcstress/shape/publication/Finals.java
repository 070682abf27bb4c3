package org.sabring.explore.jcstress.shape.publication;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Finals: what a racy reader may see of an object with final fields. */
@Description("Final fields, racily published.")
public class Finals {

  /** A final field is seen as the constructor left it. */
  @JCStressTest
  @State
  @Ref("https://docs.oracle.com/javase/specs/jls/se17/html/jls-17.html#jls-17.5")
  @Outcome(
      id = {"-1", "42"},
      expect = ACCEPTABLE)
  @Outcome(id = "0", expect = FORBIDDEN, desc = "a final field before its value")
  public static class Field {
    static class Box {
      final int value;

      Box(int value) {
        this.value = value;
      }
    }

    Box box;

    @Actor
    public void writer() {
      box = new Box(42);
    }

    @Actor
    public void reader(I_Result r) {
      Box seen = box;
      r.r1 = seen == null ? -1 : seen.value;
    }
  }

  /** The field beside it has no such promise. */
  @JCStressTest
  @State
  @Outcome(
      id = {"-1, -1", "1, 2"},
      expect = ACCEPTABLE)
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "the field that is not final")
  @Outcome(
      id = {"0, 2", "0, 0"},
      expect = FORBIDDEN,
      desc = "the field that is")
  public static class HalfFinal {
    static class Pair {
      final int one;
      int two;

      Pair() {
        two = 2;
        one = 1;
      }
    }

    Pair pair;

    @Actor
    public void writer() {
      pair = new Pair();
    }

    @Actor
    public void reader(II_Result r) {
      Pair seen = pair;
      r.r1 = seen == null ? -1 : seen.one;
      r.r2 = seen == null ? -1 : seen.two;
    }
  }

  /** What is in an array behind a final field is seen as well. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0, 0, 0", "2, 7, 8"},
      expect = ACCEPTABLE)
  @Outcome(expect = FORBIDDEN, desc = "elements were written before the constructor ended")
  public static class Array {
    static class Holder {
      final int[] array;

      Holder(int one, int two) {
        array = new int[2];
        array[0] = one;
        array[1] = two;
      }
    }

    Holder holder;

    @Actor
    public void writer() {
      holder = new Holder(7, 8);
    }

    @Actor
    public void reader(III_Result r) {
      Holder seen = holder;
      if (seen != null) {
        int[] array = seen.array;
        r.r1 = array.length;
        r.r2 = array[0];
        r.r3 = array[1];
      }
    }
  }

  /** Elements that are written after the constructor may be late. */
  @JCStressTest
  @State
  @Outcome(
      id = {"-1", "7"},
      expect = ACCEPTABLE)
  @Outcome(id = "0", expect = ACCEPTABLE_INTERESTING, desc = "written after the freeze")
  public static class ArrayLater {
    static class Holder {
      final int[] array = new int[1];
    }

    Holder holder;

    @Actor
    public void writer() {
      Holder made = new Holder();
      made.array[0] = 7;
      holder = made;
    }

    @Actor
    public void reader(I_Result r) {
      Holder seen = holder;
      r.r1 = seen == null ? -1 : seen.array[0];
    }
  }
}
