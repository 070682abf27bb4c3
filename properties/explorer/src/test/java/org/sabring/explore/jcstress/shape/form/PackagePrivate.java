package org.sabring.explore.jcstress.shape.form;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.CCC_Result;

/** Nothing public but the state, which has to be. */
@JCStressTest
@Outcome(id = "b, b, [bc]", expect = ACCEPTABLE, desc = "c came before all or after all")
@Outcome(
    id = {"b, c, c", "c, c, c"},
    expect = ACCEPTABLE,
    desc = "c came between")
@Outcome(expect = FORBIDDEN, desc = "backwards")
class PackagePrivate {

  /** It begins with an a. */
  @State
  public static class Letter {
    volatile char letter = 'a';
  }

  @Actor
  void passer(Letter l, CCC_Result r) {
    l.letter = 'b';
    r.r1 = l.letter;
    r.r2 = l.letter;
  }

  @Actor
  void other(Letter l) {
    l.letter = 'c';
  }

  @Arbiter
  void end(Letter l, CCC_Result r) {
    r.r3 = l.letter;
  }
}
