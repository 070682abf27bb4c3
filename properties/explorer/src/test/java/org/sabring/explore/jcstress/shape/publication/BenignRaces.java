package org.sabring.explore.jcstress.shape.publication;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * Races that are meant: a value that is worked out by whoever misses it, as that of a String's
 * hash.
 */
public class BenignRaces {

  /** Read once into a local variable. */
  @JCStressTest
  @State
  @Outcome(id = "42, 42", expect = ACCEPTABLE, desc = "always the hash")
  @Outcome(expect = FORBIDDEN, desc = "a hash that is not worked out")
  public static class HashReadOnce {
    private int hash;

    private int hash() {
      int h = hash;
      if (h == 0) {
        h = 42;
        hash = h;
      }
      return h;
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = hash();
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = hash();
    }
  }

  /** Read twice: the second read may see less than the first. */
  @JCStressTest
  @State
  @Outcome(id = "42, 42", expect = ACCEPTABLE, desc = "the hash")
  @Outcome(
      id = {"0, 42", "42, 0"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "backwards")
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "one of them has written it and sees its own")
  public static class HashReadTwice {
    private int hash;

    private int hash() {
      if (hash == 0) {
        hash = 42;
      }
      return hash;
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = hash();
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = hash();
    }
  }

  /** An object with final fields, made by whoever misses it; read once. */
  @JCStressTest
  @State
  @Outcome(id = "7, 7", expect = ACCEPTABLE, desc = "whole")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "not whole")
  public static class LazyFinal {
    static class Value {
      final int number;

      Value(int number) {
        this.number = number;
      }
    }

    private Value value;

    private Value get() {
      Value seen = value;
      if (seen == null) {
        seen = new Value(7);
        value = seen;
      }
      return seen;
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = get().number;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = get().number;
    }
  }

  /** The same with a field that is not final. */
  @JCStressTest
  @State
  @Outcome(id = "7, 7", expect = ACCEPTABLE, desc = "whole")
  @Outcome(
      id = {"0, 7", "7, 0"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "the other's, unfinished")
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "one of them has made its own")
  public static class LazyPlain {
    static class Value {
      int number = 7;
    }

    private Value value;

    private Value get() {
      Value seen = value;
      if (seen == null) {
        seen = new Value();
        value = seen;
      }
      return seen;
    }

    @Actor
    public void first(II_Result r) {
      r.r1 = get().number;
    }

    @Actor
    public void second(II_Result r) {
      r.r2 = get().number;
    }
  }

  /** Read twice: null may come back. */
  @JCStressTest
  @State
  @Outcome(id = "here, here", expect = ACCEPTABLE, desc = "the value")
  @Outcome(id = "here, null", expect = ACCEPTABLE_INTERESTING, desc = "the second read came first")
  @Outcome(id = "null, here", expect = ACCEPTABLE_INTERESTING, desc = "the second read came first")
  @Outcome(id = "null, null", expect = FORBIDDEN, desc = "one of them has written it")
  public static class LazyReadTwice {
    private String value;

    private String get() {
      if (value == null) {
        value = "here";
      }
      return value;
    }

    @Actor
    public void first(LL_Result r) {
      r.r1 = get();
    }

    @Actor
    public void second(LL_Result r) {
      r.r2 = get();
    }
  }

  /** Nobody promises that there is one only: two racy makers, two objects. */
  @JCStressTest
  @State
  @Outcome(id = "true", expect = ACCEPTABLE, desc = "the same")
  @Outcome(id = "false", expect = ACCEPTABLE_INTERESTING, desc = "each has its own")
  public static class LazyTwice {
    private Object value;
    private Object ofFirst;
    private Object ofSecond;

    private Object get() {
      Object seen = value;
      if (seen == null) {
        seen = new Object();
        value = seen;
      }
      return seen;
    }

    @Actor
    public void first() {
      ofFirst = get();
    }

    @Actor
    public void second() {
      ofSecond = get();
    }

    @Arbiter
    public void compare(Z_Result r) {
      r.r1 = ofFirst == ofSecond;
    }
  }
}
