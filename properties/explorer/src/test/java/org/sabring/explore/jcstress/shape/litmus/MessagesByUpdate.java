package org.sabring.explore.jcstress.shape.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZII_Result;

/** Messages that an atomic class passes on. */
public class MessagesByUpdate {

  /** The last of three writes carries the first two. */
  @JCStressTest
  @State
  @Outcome(id = "true, [12], 0", expect = FORBIDDEN, desc = "one of two is missing")
  @Outcome(id = "true, 0, [012]", expect = FORBIDDEN, desc = "one of two is missing")
  @Outcome(id = "true, 1, 2", expect = ACCEPTABLE, desc = "all")
  @Outcome(id = "false, [01], [02]", expect = ACCEPTABLE, desc = "no flag, no promise")
  @Outcome(expect = FORBIDDEN, desc = "never written")
  public static class LazySet {
    int one;
    int two;
    final AtomicBoolean flag = new AtomicBoolean();

    @Actor
    public void writer() {
      one = 1;
      two = 2;
      flag.lazySet(true);
    }

    @Actor
    public void reader(ZII_Result r) {
      r.r1 = flag.get();
      r.r2 = one;
      r.r3 = two;
    }
  }

  /** An update carries on what the store that it read had released. */
  @JCStressTest
  @State
  @Outcome(id = "2, 0", expect = FORBIDDEN, desc = "the update broke the chain")
  @Outcome(
      id = {"0, 0", "0, 1", "1, 0", "1, 1", "2, 1"},
      expect = ACCEPTABLE)
  public static class ThroughUpdate {
    final AtomicInteger data = new AtomicInteger();
    final AtomicInteger flag = new AtomicInteger();

    @Actor
    public void writer() {
      data.setOpaque(1);
      flag.setRelease(1);
    }

    @Actor
    public void counter() {
      flag.getAndIncrement();
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag.getAcquire();
      r.r2 = data.getOpaque();
    }
  }
}
