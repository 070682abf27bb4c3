package org.sabring.explore.jcstress.shape.collection;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.ZZI_Result;
import org.openjdk.jcstress.infra.results.ZZL_Result;

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

  /** ConcurrentLinkedQueue: two elements, two that poll, one each. */
  @JCStressTest
  @State
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "the first was first")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "the second was first")
  @Outcome(expect = FORBIDDEN, desc = "taken twice, or not at all")
  public static class PollPoll {
    final Queue<Integer> queue = new ConcurrentLinkedQueue<>(List.of(1, 2));

    @Actor
    public void first(LL_Result r) {
      r.r1 = queue.poll();
    }

    @Actor
    public void second(LL_Result r) {
      r.r2 = queue.poll();
    }
  }

  /** One element for two that poll. */
  @JCStressTest
  @State
  @Outcome(
      id = {"only, null", "null, only"},
      expect = ACCEPTABLE,
      desc = "one has it")
  @Outcome(expect = FORBIDDEN, desc = "taken twice, or not at all")
  public static class PollOne {
    final Queue<String> queue = new ConcurrentLinkedQueue<>();

    /** A queue with the only element. */
    public PollOne() {
      queue.add("only");
    }

    @Actor
    public void first(LL_Result r) {
      r.r1 = queue.poll();
    }

    @Actor
    public void second(LL_Result r) {
      r.r2 = queue.poll();
    }
  }

  /** Offered by one, polled by the other, twice: in order, and with gaps only before. */
  @JCStressTest
  @State
  @Outcome(
      id = {"null, null", "null, 1", "1, null", "1, 2"},
      expect = ACCEPTABLE,
      desc = "in order")
  @Outcome(expect = FORBIDDEN, desc = "out of order")
  public static class OfferPoll {
    final ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();

    @Actor
    public void producer() {
      queue.offer(1);
      queue.offer(2);
    }

    @Actor
    public void consumer(LL_Result r) {
      r.r1 = queue.poll();
      r.r2 = queue.poll();
    }
  }

  /** A queue that is waited at hands over what is behind the element as well. */
  @JCStressTest
  @State
  @Outcome(id = "42", expect = ACCEPTABLE, desc = "handed over")
  @Outcome(expect = FORBIDDEN, desc = "not whole")
  public static class PutTake {
    final BlockingQueue<int[]> queue = new ArrayBlockingQueue<>(1);

    @Actor
    public void producer() {
      int[] box = {42};
      try {
        queue.put(box);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Actor
    public void consumer(I_Result r) {
      try {
        r.r1 = queue.take()[0];
      } catch (InterruptedException e) {
        r.r1 = -1;
      }
    }
  }

  /** A future is completed once. */
  @JCStressTest
  @State
  @Outcome(
      id = {"true, false, A", "false, true, B"},
      expect = ACCEPTABLE,
      desc = "once")
  @Outcome(expect = FORBIDDEN, desc = "twice, or not at all")
  public static class Future {
    final CompletableFuture<String> future = new CompletableFuture<>();

    @Actor
    public void first(ZZL_Result r) {
      r.r1 = future.complete("A");
    }

    @Actor
    public void second(ZZL_Result r) {
      r.r2 = future.complete("B");
    }

    @Arbiter
    public void end(ZZL_Result r) {
      r.r3 = future.join();
    }
  }
}
