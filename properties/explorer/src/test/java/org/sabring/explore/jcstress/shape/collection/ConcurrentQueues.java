package org.sabring.explore.jcstress.shape.collection;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.ZZL_Result;

/** Queues that several sides poll, and a future. */
public class ConcurrentQueues {

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
