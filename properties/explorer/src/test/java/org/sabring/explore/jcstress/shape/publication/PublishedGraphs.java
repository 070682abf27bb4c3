package org.sabring.explore.jcstress.shape.publication;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Publication of more than one field. */
public class PublishedGraphs {

  /** Two plain fields, each of which may be late. */
  @JCStressTest
  @State
  @Outcome(id = "-1, -1", expect = ACCEPTABLE, desc = "not there yet")
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "whole")
  @Outcome(
      id = {"0, 0", "0, 2", "1, 0"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "in part")
  public static class TwoFields {
    static class Pair {
      int one = 1;
      int two = 2;
    }

    Pair pair;

    @Actor
    public void writer() {
      pair = new Pair();
    }

    @Actor
    public void reader(II_Result r) {
      Pair seen = pair;
      if (seen == null) {
        r.r1 = r.r2 = -1;
      } else {
        r.r1 = seen.one;
        r.r2 = seen.two;
      }
    }
  }

  /** An array by a plain reference: its elements may be late, its length is not. */
  @JCStressTest
  @State
  @Outcome(id = "-1, 0, 0", expect = ACCEPTABLE, desc = "not there yet")
  @Outcome(id = "2, 7, 8", expect = ACCEPTABLE, desc = "whole")
  @Outcome(
      id = {"2, 0, 0", "2, 0, 8", "2, 7, 0"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "elements are late")
  @Outcome(id = "0, .*", expect = FORBIDDEN, desc = "the length is late")
  public static class Array {
    int[] array;

    @Actor
    public void writer() {
      array = new int[] {7, 8};
    }

    @Actor
    public void reader(III_Result r) {
      int[] seen = array;
      if (seen == null) {
        r.r1 = -1;
        return;
      }
      r.r1 = seen.length;
      if (seen.length == 2) {
        r.r2 = seen[0];
        r.r3 = seen[1];
      }
    }
  }

  /** An object behind an object: each hop may be late. */
  @JCStressTest
  @State
  @Outcome(id = "no outer", expect = ACCEPTABLE)
  @Outcome(id = "value 42", expect = ACCEPTABLE)
  @Outcome(
      id = {"no inner", "value 0"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "a reference before what is behind it")
  public static class SecondHop {
    static class Outer {
      Publication.Box inner;
    }

    Outer outer;

    @Actor
    public void writer() {
      Outer made = new Outer();
      made.inner = new Publication.Box(42);
      outer = made;
    }

    @Actor
    public void reader(L_Result r) {
      Outer seen = outer;
      if (seen == null) {
        r.r1 = "no outer";
        return;
      }
      Publication.Box inner = seen.inner;
      if (inner == null) {
        r.r1 = "no inner";
      } else {
        r.r1 = inner.value == 42 ? "value 42" : "value 0";
      }
    }
  }
}
