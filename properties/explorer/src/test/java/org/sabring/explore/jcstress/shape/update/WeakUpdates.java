package org.sabring.explore.jcstress.shape.update;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Weak compare-and-sets, which may fail for no reason. */
public class WeakUpdates {

  /** A weak compare-and-set may fail though nobody is in its way. */
  @JCStressTest
  @State
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "set")
  @Outcome(id = "false, 0", expect = ACCEPTABLE_INTERESTING, desc = "failed for no reason")
  @Outcome(expect = FORBIDDEN, desc = "set and told otherwise, or the other way round")
  public static class Alone {
    final AtomicInteger x = new AtomicInteger();
    int read;

    @Actor
    public void set(ZI_Result r) {
      r.r1 = x.weakCompareAndSetVolatile(0, 1);
    }

    @Actor
    public void bystander() {
      read = x.get();
    }

    @Arbiter
    public void look(ZI_Result r) {
      r.r2 = x.get();
    }
  }

  /** Two weak ones: both may fail, never do both succeed. */
  @JCStressTest
  @State
  @Outcome(
      id = {"true, false", "false, true"},
      expect = ACCEPTABLE)
  @Outcome(id = "false, false", expect = ACCEPTABLE_INTERESTING, desc = "one failed for no reason")
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "both had the same 0")
  public static class Twice {
    final AtomicInteger x = new AtomicInteger();

    @Actor
    public void first(ZZ_Result r) {
      r.r1 = x.weakCompareAndSetPlain(0, 1);
    }

    @Actor
    public void second(ZZ_Result r) {
      r.r2 = x.weakCompareAndSetPlain(0, 2);
    }
  }

  /** A weak one in a loop counts as a strong one does. */
  @JCStressTest
  @State
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "both")
  @Outcome(id = "1", expect = FORBIDDEN, desc = "an update is lost")
  public static class Loop {
    private final AtomicInteger x = new AtomicInteger();

    private void increment() {
      int seen;
      do {
        seen = x.get();
      } while (!x.weakCompareAndSetVolatile(seen, seen + 1));
    }

    @Actor
    public void first() {
      increment();
    }

    @Actor
    public void second() {
      increment();
    }

    @Arbiter
    public void look(I_Result r) {
      r.r1 = x.get();
    }
  }
}
