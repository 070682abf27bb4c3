package org.sabring.properties.explore.ring;

import static org.sabring.properties.explore.ring.RingProgram.CONSUMER;
import static org.sabring.properties.explore.ring.RingProgram.PRODUCER;
import static org.sabring.spec.law.Rule.RB301;
import static org.sabring.spec.law.Rule.RB304;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.PropertyViolation;
import org.sabring.explore.Rest;

/** Holds the ring to its rules by what callers see alone, whatever memory it is on. */
public final class OutsideMonitor implements Monitor {

  private final int bound;
  private final RingHistory history;

  private OutsideMonitor(int bound, RingHistory history) {
    this.bound = bound;
    this.history = history;
  }

  /**
   * Of an empty ring.
   *
   * @param bound how many elements it can hold
   * @param exact whether answers are up to date
   */
  public static Monitor of(int bound, boolean exact) {
    return new OutsideMonitor(bound, new RingHistory(bound, exact, Set.of()));
  }

  @Override
  public Monitor called(int side, Operation<?> operation) {
    RingHistory next = history.copy();
    next.called((RingCall) operation.call());
    return new OutsideMonitor(bound, next);
  }

  @Override
  public Monitor returned(int side, Operation<?> operation, Object answer) {
    Monitor.super.returned(side, operation, answer);
    RingHistory next = history.copy();
    next.returned((RingCall) operation.call(), answer);
    return new OutsideMonitor(bound, next);
  }

  @Override
  public void rested(Rest rest) {
    boolean producer = !rest.isDone(PRODUCER);
    boolean consumer = !rest.isDone(CONSUMER);
    if (producer && consumer) {
      throw new PropertyViolation("both sides wait for ever", RB304);
    }
    boolean mayPut = producer && (history.size() < bound || history.isCancelled());
    boolean mayTake = consumer && (history.size() > 0 || history.isClosed());
    if (mayPut || mayTake) {
      throw new PropertyViolation(rest.whyStuck(producer ? PRODUCER : CONSUMER), RB301);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OutsideMonitor monitor && history.equals(monitor.history);
  }

  @Override
  public int hashCode() {
    return history.hashCode();
  }
}
