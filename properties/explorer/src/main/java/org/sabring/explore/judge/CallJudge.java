package org.sabring.explore.judge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Judge;
import org.sabring.explore.Operation;
import org.sabring.explore.Rest;

/**
 * A judge of calls and their answers, by a contract. It knows which calls are under way; what else
 * it remembers of the history, its kind says.
 */
abstract sealed class CallJudge<S> implements Judge permits Linearizable, InProgramOrder {

  final Contract<S> contract;

  /** The calls that have not returned, by side. */
  final Map<Integer, Object> pending;

  /** What else tells this judge from others of its kind. */
  private final List<Object> possible;

  private final int hash;

  CallJudge(Contract<S> contract, Map<Integer, Object> pending, List<Object> possible) {
    this.contract = contract;
    this.pending = pending;
    this.possible = possible;
    this.hash = 31 * pending.hashCode() + possible.hashCode();
  }

  /** The same, with another call under way. */
  abstract Judge with(Map<Integer, Object> underWay);

  /**
   * A call has returned.
   *
   * @param others the calls that are still under way
   */
  abstract Judge returned(int side, Object call, Object answer, Map<Integer, Object> others);

  /** A call that goes back to where it began, and is told of again, has been under way since. */
  @Override
  public final Judge called(int side, Operation<?> operation) {
    Object call = operation.call();
    Object before = pending.get(side);
    if (contract.isEstimate(call) || call.equals(before)) {
      return this;
    }
    if (before != null) {
      throw new IllegalStateException(
          "call=%s of side %d, expected %s to return first".formatted(call, side, before));
    }
    return with(Copies.with(pending, side, call));
  }

  @Override
  public final Judge returned(int side, Operation<?> operation, Object answer) {
    if (contract.isEstimate(operation.call())) {
      return Judge.super.returned(side, operation, answer);
    }
    Object call = Objects.requireNonNull(pending.get(side), "it was not called");
    return returned(side, call, answer, Copies.without(pending, side));
  }

  @Override
  public void rested(Rest rest) {
    if (!contract.sleeping()) {
      Judge.super.rested(rest);
    }
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof CallJudge<?> judge
            && getClass().equals(judge.getClass())
            && hash == judge.hash
            && contract.equals(judge.contract)
            && pending.equals(judge.pending)
            && possible.equals(judge.possible));
  }

  @Override
  public final int hashCode() {
    return hash;
  }
}
