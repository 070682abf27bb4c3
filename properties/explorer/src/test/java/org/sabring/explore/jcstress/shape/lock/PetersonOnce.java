package org.sabring.explore.jcstress.shape.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Peterson's algorithm, asked once and not waiting: never are both let in. */
public class PetersonOnce {

  /** With volatile fields. */
  @JCStressTest
  @State
  @Outcome(id = "true, true", expect = FORBIDDEN, desc = "both are in")
  @Outcome(
      id = {"true, false", "false, true"},
      expect = ACCEPTABLE,
      desc = "one is in")
  @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "both would wait")
  public static class Volatile {
    volatile boolean leftWants;
    volatile boolean rightWants;
    volatile boolean rightsTurn;

    @Actor
    public void left(ZZ_Result r) {
      leftWants = true;
      rightsTurn = true;
      r.r1 = !(rightWants && rightsTurn);
    }

    @Actor
    public void right(ZZ_Result r) {
      rightWants = true;
      rightsTurn = false;
      r.r2 = !(leftWants && !rightsTurn);
    }
  }

  /** With plain fields both may be in. */
  @JCStressTest
  @State
  @Outcome(id = "true, true", expect = ACCEPTABLE_INTERESTING, desc = "both are in")
  @Outcome(
      id = {"true, false", "false, true", "false, false"},
      expect = ACCEPTABLE)
  public static class Plain {
    boolean leftWants;
    boolean rightWants;
    boolean rightsTurn;

    @Actor
    public void left(ZZ_Result r) {
      leftWants = true;
      rightsTurn = true;
      r.r1 = !(rightWants && rightsTurn);
    }

    @Actor
    public void right(ZZ_Result r) {
      rightWants = true;
      rightsTurn = false;
      r.r2 = !(leftWants && !rightsTurn);
    }
  }

  /** Opaque accesses do not repair it. */
  @JCStressTest
  @State
  @Outcome(id = "true, true", expect = ACCEPTABLE_INTERESTING, desc = "both are in")
  @Outcome(expect = ACCEPTABLE)
  public static class Opaque {
    final AtomicBoolean leftWants = new AtomicBoolean();
    final AtomicBoolean rightWants = new AtomicBoolean();
    final AtomicBoolean rightsTurn = new AtomicBoolean();

    @Actor
    public void left(ZZ_Result r) {
      leftWants.setOpaque(true);
      rightsTurn.setOpaque(true);
      r.r1 = !(rightWants.getOpaque() && rightsTurn.getOpaque());
    }

    @Actor
    public void right(ZZ_Result r) {
      rightWants.setOpaque(true);
      rightsTurn.setOpaque(false);
      r.r2 = !(leftWants.getOpaque() && !rightsTurn.getOpaque());
    }
  }
}
