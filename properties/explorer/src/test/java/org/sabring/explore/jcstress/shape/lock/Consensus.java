package org.sabring.explore.jcstress.shape.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.BB_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Consensus: two sides propose, and both must take the same. */
public class Consensus {

  /** By a compare-and-set. */
  @JCStressTest
  @Outcome.Outcomes({
    @Outcome(id = "A, A", expect = ACCEPTABLE, desc = "the first has won"),
    @Outcome(id = "B, B", expect = ACCEPTABLE, desc = "the second has won"),
    @Outcome(expect = FORBIDDEN, desc = "they disagree")
  })
  public static class CompareAndSet {

    /** What is decided. */
    @State
    public static class Decision {
      final AtomicReference<String> decided = new AtomicReference<>();

      String propose(String value) {
        decided.compareAndSet(null, value);
        return decided.get();
      }
    }

    @Actor
    public void first(Decision decision, LL_Result r) {
      r.r1 = decision.propose("A");
    }

    @Actor
    public void second(Decision decision, LL_Result r) {
      r.r2 = decision.propose("B");
    }
  }

  /** By looking and then writing, which cannot do it. */
  @JCStressTest
  @State
  @Outcome(
      id = {"A, A", "B, B"},
      expect = ACCEPTABLE,
      desc = "agreed")
  @Outcome(id = "A, B", expect = ACCEPTABLE_INTERESTING, desc = "they disagree")
  @Outcome(id = "B, A", expect = FORBIDDEN, desc = "each was overwritten by the other")
  public static class LookThenWrite {
    volatile String decided;

    private String propose(String value) {
      if (decided == null) {
        decided = value;
      }
      return decided;
    }

    @Actor
    public void first(LL_Result r) {
      r.r1 = propose("A");
    }

    @Actor
    public void second(LL_Result r) {
      r.r2 = propose("B");
    }
  }

  /** By one token: each publishes its proposal, and who then gets the token has won. */
  @JCStressTest
  @State
  @Outcome(
      id = {"1, 1", "2, 2"},
      expect = ACCEPTABLE,
      desc = "agreed")
  @Outcome(expect = FORBIDDEN, desc = "they disagree")
  public static class GetAndSet {
    private final AtomicBoolean token = new AtomicBoolean(true);
    private volatile byte proposalOfFirst;
    private volatile byte proposalOfSecond;

    @Actor
    public void first(BB_Result r) {
      proposalOfFirst = 1;
      r.r1 = token.getAndSet(false) ? proposalOfFirst : proposalOfSecond;
    }

    @Actor
    public void second(BB_Result r) {
      proposalOfSecond = 2;
      r.r2 = token.getAndSet(false) ? proposalOfSecond : proposalOfFirst;
    }
  }
}
