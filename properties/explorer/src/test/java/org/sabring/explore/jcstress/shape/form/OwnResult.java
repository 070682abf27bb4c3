package org.sabring.explore.jcstress.shape.form;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;

/** Tests with a result class of their own. */
public class OwnResult {

  /** As the parameter of the actors. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0, null", "0, data", "1, data"},
      expect = ACCEPTABLE)
  @Outcome(id = "1, null", expect = FORBIDDEN, desc = "the flag without the data")
  public static class AsParameter {
    String data;
    volatile int flag;

    @Actor
    public void writer() {
      data = "data";
      flag = 1;
    }

    @Actor
    public void reader(Seen seen) {
      seen.r1 = flag;
      seen.r2 = data;
    }
  }

  /** A test that extends its result, and has fields of these names that nobody asks for. */
  @JCStressTest
  @State
  @Outcome(
      id = {"0, null", "0, data", "1, data"},
      expect = ACCEPTABLE)
  @Outcome(id = "1, null", expect = FORBIDDEN, desc = "the flag without the data")
  public static class Extended extends Seen {
    String data;
    volatile int flag;

    @Actor
    public void writer() {
      data = "data";
      flag = 1;
    }

    @Actor
    public void reader(Seen seen) {
      seen.r1 = flag;
      seen.r2 = data;
    }
  }
}
