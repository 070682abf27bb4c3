package org.sabring.properties.trial;

import static org.sabring.spec.Rule.RB401;
import static org.sabring.spec.Rule.RB402;
import static org.sabring.spec.Rule.RB403;

import org.sabring.properties.sample.Call.Kind;
import org.sabring.ring.RingLayout;
import org.sabring.spec.Rule;

/**
 * PRODUCED and CONSUMED grow by the elements of each call, modulo 2^32 (RB402), and between calls
 * differ by what is stored (RB401). With nobody to notify it, a call that ran out of time waited
 * once if it had time at all (RB403).
 */
final class CounterWatch implements Watch {

  private final Trial trial;
  private int stored;

  CounterWatch(Trial trial) {
    this.trial = trial;
  }

  @Override
  public void saw(Happening happening) {
    RingLayout layout = happening.layout();
    stored += happening.stored() - happening.taken();
    check(happening, "PRODUCED", layout.produced(), happening.stored(), RB402);
    check(happening, "CONSUMED", layout.consumed(), happening.taken(), RB402);
    boolean timedOut = happening.answer().says().equals("TIMED_OUT");
    Kind kind = happening.call().kind();
    int puts = timedOut && kind == Kind.PUT_BRIEFLY ? 1 : 0;
    int takes = timedOut && kind == Kind.TAKE_BRIEFLY ? 1 : 0;
    check(happening, "PRODUCER_WAITS", layout.producerWaits(), puts, RB403);
    check(happening, "CONSUMER_WAITS", layout.consumerWaits(), takes, RB403);
    trial.count("waits", puts + takes);
    int ahead = happening.after()[layout.produced()] - happening.after()[layout.consumed()];
    Violation.check(ahead == stored, ahead + " ahead, expected " + stored, RB401);
  }

  private static void check(Happening happening, String name, int word, int expected, Rule rule) {
    int grown = happening.grown(word);
    if (grown != expected) {
      throw new Violation(
          "%s counted %s by %d, expected %d".formatted(happening.call(), name, grown, expected),
          rule);
    }
  }
}
