package org.sabring.explore.jcstress.shape.collection;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** Lists and queues that two sides use at once. */
public class ConcurrentLists {

  /** CopyOnWriteArrayList: both are added, and who goes over it sees it as it was. */
  @JCStressTest
  @State
  @Outcome(id = "[012], 2", expect = ACCEPTABLE, desc = "as it was at some time")
  @Outcome(expect = FORBIDDEN, desc = "one is lost")
  public static class CopyOnWrite {
    final List<String> list = new CopyOnWriteArrayList<>();

    @Actor
    public void first() {
      list.add("first");
    }

    @Actor
    public void second() {
      list.add("second");
    }

    @Actor
    public void over(II_Result r) {
      int count = 0;
      for (String each : list) {
        count += each == null ? 10 : 1;
      }
      r.r1 = count;
    }

    @Arbiter
    public void end(II_Result r) {
      r.r2 = list.size();
    }
  }

  /** addIfAbsent: one of two adds. */
  @JCStressTest
  @State
  @Outcome(
      id = {"true, false, 1", "false, true, 1"},
      expect = ACCEPTABLE,
      desc = "one has added")
  @Outcome(expect = FORBIDDEN, desc = "both or nobody")
  public static class AddIfAbsent {
    final CopyOnWriteArrayList<Integer> list = new CopyOnWriteArrayList<>();

    @Actor
    public void first(ZZI_Result r) {
      r.r1 = list.addIfAbsent(7);
    }

    @Actor
    public void second(ZZI_Result r) {
      r.r2 = list.addIfAbsent(7);
    }

    @Arbiter
    public void end(ZZI_Result r) {
      r.r3 = list.size();
    }
  }

  /** An ArrayList is not made for this: an element may be lost. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "one after the other")
  @Outcome(id = "1", expect = ACCEPTABLE_INTERESTING, desc = "one is lost")
  @Outcome(expect = FORBIDDEN, desc = "none at all")
  public static class Unsynchronized {
    final List<String> list = new ArrayList<>(8);

    @Actor
    public void first() {
      list.add("first");
    }

    @Actor
    public void second() {
      list.add("second");
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = list.size();
    }
  }

  /** The same list in a synchronized coat. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "both")
  @Outcome(expect = FORBIDDEN, desc = "one is lost")
  public static class InSynchronizedCoat {
    final List<String> list = Collections.synchronizedList(new ArrayList<>());

    @Actor
    public void first() {
      list.add("first");
    }

    @Actor
    public void second() {
      list.add("second");
    }

    @Arbiter
    public void end(I_Result r) {
      r.r1 = list.size();
    }
  }
}
