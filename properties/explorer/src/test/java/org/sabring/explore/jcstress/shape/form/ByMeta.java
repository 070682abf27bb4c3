package org.sabring.explore.jcstress.shape.form;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Tests whose outcomes stand elsewhere. */
public class ByMeta {

  /** A volatile flag. */
  @JCStressTest
  @JCStressMeta(MetaOfMessages.class)
  @State
  public static class Volatile {
    int data;
    volatile int flag;

    @Actor
    public void writer() {
      data = 1;
      flag = 1;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag;
      r.r2 = data;
    }
  }

  /** A release by exchange, and an acquire by a compareAndExchange that fails. */
  @JCStressTest
  @JCStressMeta(MetaOfMessages.class)
  @State
  public static class Exchange {
    int data;
    final AtomicInteger flag = new AtomicInteger();

    @Actor
    public void writer() {
      data = 1;
      flag.getAndSet(1);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag.compareAndExchange(7, 8);
      r.r2 = data;
    }
  }

  /** The outcomes of a plain message stand on an annotation. */
  @JCStressTest
  @JCStressMeta(AnyMessage.class)
  @State
  public static class Plain {
    int data;
    int flag;

    @Actor
    public void writer() {
      data = 1;
      flag = 1;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag;
      r.r2 = data;
    }
  }

  /** Outcomes of a message that anybody may see in part. */
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE_INTERESTING, desc = "the flag without the data")
  @Outcome(id = "[01], [01]", expect = Expect.ACCEPTABLE, desc = "any other")
  @interface AnyMessage {}
}
