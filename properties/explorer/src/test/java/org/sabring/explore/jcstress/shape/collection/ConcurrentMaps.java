package org.sabring.explore.jcstress.shape.collection;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Maps that two sides use at once. */
public class ConcurrentMaps {

  /** putIfAbsent: one is first, and the other is told. */
  @JCStressTest
  @State
  @Outcome(id = "null, one", expect = ACCEPTABLE, desc = "the first was first")
  @Outcome(id = "two, null", expect = ACCEPTABLE, desc = "the second was first")
  @Outcome(id = "null, null", expect = FORBIDDEN, desc = "both were first")
  @Outcome(expect = FORBIDDEN, desc = "nobody was first")
  public static class PutIfAbsent {
    final ConcurrentMap<String, String> map = new ConcurrentHashMap<>();

    @Actor
    public void first(LL_Result r) {
      r.r1 = map.putIfAbsent("key", "one");
    }

    @Actor
    public void second(LL_Result r) {
      r.r2 = map.putIfAbsent("key", "two");
    }
  }

  /** Asked and then put, in two steps: both may think that they were first. */
  @JCStressTest
  @State
  @Outcome(
      id = {"true, false", "false, true"},
      expect = ACCEPTABLE,
      desc = "one was first")
  @Outcome(id = "true, true", expect = ACCEPTABLE_INTERESTING, desc = "both were first")
  @Outcome(id = "false, false", expect = FORBIDDEN, desc = "nobody was first")
  public static class AskThenPut {
    final ConcurrentMap<String, String> map = new ConcurrentHashMap<>();

    private boolean put(String value) {
      if (map.containsKey("key")) {
        return false;
      }
      map.put("key", value);
      return true;
    }

    @Actor
    public void first(ZZ_Result r) {
      r.r1 = put("one");
    }

    @Actor
    public void second(ZZ_Result r) {
      r.r2 = put("two");
    }
  }

  /** What was written before a put is seen after the get. */
  @JCStressTest
  @State
  @Outcome(
      id = {"-1", "42"},
      expect = ACCEPTABLE,
      desc = "not there, or whole")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "the map is no publication")
  public static class Publishes {
    final ConcurrentHashMap<String, int[]> map = new ConcurrentHashMap<>();

    @Actor
    public void writer() {
      int[] box = new int[1];
      box[0] = 42;
      map.put("key", box);
    }

    @Actor
    public void reader(I_Result r) {
      int[] box = map.get("key");
      r.r1 = box == null ? -1 : box[0];
    }
  }

  /** merge counts. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "both are counted")
  @Outcome(expect = FORBIDDEN, desc = "an update is lost")
  public static class Merge {
    final ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();

    @Actor
    public void first() {
      map.merge("key", 1, Integer::sum);
    }

    @Actor
    public void second() {
      map.merge("key", 1, Integer::sum);
    }

    @Arbiter
    public void look(L_Result r) {
      r.r1 = map.get("key");
    }
  }
}
