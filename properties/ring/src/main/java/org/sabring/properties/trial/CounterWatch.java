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
  public void saw(CallRecord record) {
    RingLayout layout = record.layout();
    stored += record.stored() - record.taken();
    check(record, "PRODUCED", layout.produced(), record.stored(), RB402);
    check(record, "CONSUMED", layout.consumed(), record.taken(), RB402);
    boolean timedOut = record.answer().says().equals("TIMED_OUT");
    Kind kind = record.call().kind();
    int puts = timedOut && kind == Kind.PUT_BRIEFLY ? 1 : 0;
    int takes = timedOut && kind == Kind.TAKE_BRIEFLY ? 1 : 0;
    check(record, "PRODUCER_WAITS", layout.producerWaits(), puts, RB403);
    check(record, "CONSUMER_WAITS", layout.consumerWaits(), takes, RB403);
    trial.count("waits", puts + takes);
    int ahead = record.after()[layout.produced()] - record.after()[layout.consumed()];
    Violation.check(ahead == stored, ahead + " ahead, expected " + stored, RB401);
  }

  private static void check(CallRecord record, String name, int word, int expected, Rule rule) {
    int grown = record.grown(word);
    if (grown != expected) {
      throw new Violation(
          "%s counted %s by %d, expected %d".formatted(record.call(), name, grown, expected), rule);
    }
  }
}
