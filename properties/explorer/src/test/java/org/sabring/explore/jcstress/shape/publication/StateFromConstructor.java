package org.sabring.explore.jcstress.shape.publication;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** What the constructor of the state writes, every actor sees. */
@JCStressTest
@Outcome(
    id = {"1, 2", "5, 2", "1, 6", "5, 6"},
    expect = ACCEPTABLE,
    desc = "old or new")
@Outcome(
    id = {"0, .*", ".*, 0"},
    expect = FORBIDDEN,
    desc = "from before the constructor")
public class StateFromConstructor {

  /** Two plain numbers in an object and in an array. */
  @State
  public static class Numbers {
    int[] array;
    int field;

    /** All is set here. */
    public Numbers() {
      array = new int[1];
      array[0] = 1;
      field = 2;
    }
  }

  @Actor
  public void writer(Numbers n) {
    n.array[0] = 5;
    n.field = 6;
  }

  @Actor
  public void reader(Numbers n, II_Result r) {
    r.r1 = n.array[0];
    r.r2 = n.field;
  }
}
