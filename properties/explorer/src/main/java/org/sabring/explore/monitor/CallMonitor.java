package org.sabring.explore.monitor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Monitor;
import org.sabring.explore.Operation;
import org.sabring.explore.Rest;

/**
 * A monitor of calls and their answers, by a contract. It knows which calls are under way; what
 * else it remembers of the history, its kind says.
 */
abstract sealed class CallMonitor<S> implements Monitor
    permits LinearizabilityMonitor, ProgramOrderMonitor {

  final Contract<S> contract;

  /** The calls that have not returned, by side. */
  final Map<Integer, Object> pending;

  /** What else tells this monitor from others of its kind. */
  private final List<Object> possible;

  private final int hash;

  CallMonitor(Contract<S> contract, Map<Integer, Object> pending, List<Object> possible) {
    this.contract = contract;
    this.pending = pending;
    this.possible = possible;
    this.hash = 31 * pending.hashCode() + possible.hashCode();
  }

  /** The same, with another call under way. */
  abstract Monitor with(Map<Integer, Object> underWay);

  /**
   * A call has returned.
   *
   * @param others the calls that are still under way
   */
  abstract Monitor returned(int side, Object call, Object answer, Map<Integer, Object> others);

  /** A call that goes back to where it began, and is told of again, has been under way since. */
  @Override
  public final Monitor called(int side, Operation<?> operation) {
    Object call = operation.call();
    Object before = pending.get(side);
    if (contract.isEstimate(call) || call.equals(before)) {
      return this;
    }
    if (before != null) {
      throw new IllegalStateException(
          "call=%s of side %d, expected %s to return first".formatted(call, side, before));
    }
    return with(PersistentCollections.with(pending, side, call));
  }

  @Override
  public final Monitor returned(int side, Operation<?> operation, Object answer) {
    if (contract.isEstimate(operation.call())) {
      return Monitor.super.returned(side, operation, answer);
    }
    Object call = Objects.requireNonNull(pending.get(side), "it was not called");
    return returned(side, call, answer, PersistentCollections.without(pending, side));
  }

  @Override
  public void rested(Rest rest) {
    if (!contract.sleeping()) {
      Monitor.super.rested(rest);
    }
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof CallMonitor<?> monitor
            && getClass().equals(monitor.getClass())
            && hash == monitor.hash
            && contract.equals(monitor.contract)
            && pending.equals(monitor.pending)
            && possible.equals(monitor.possible));
  }

  @Override
  public final int hashCode() {
    return hash;
  }
}
