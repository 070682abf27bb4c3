package org.sabring.explore.monitor;

import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.sabring.explore.Operation;

/**
 * The specification that a monitor checks calls against: the model, and what is not held to it.
 *
 * @param relaxed for each method the answers that are right at any time
 * @param estimates the methods whose answer may be any
 * @param name the name of a side
 * @param sleeping whether a side may sleep for ever
 */
record Contract<S>(
    SequentialModel<S> model,
    Map<String, Set<Object>> relaxed,
    Set<String> estimates,
    IntFunction<String> name,
    boolean sleeping) {

  static <S> Contract<S> of(SequentialModel<S> model) {
    return new Contract<>(model, Map.of(), Set.of(), side -> "side " + side, false);
  }

  Contract<S> relaxed(String method, Object answer) {
    Set<Object> answers = PersistentCollections.and(relaxed.getOrDefault(method, Set.of()), answer);
    return new Contract<>(
        model, PersistentCollections.with(relaxed, method, answers), estimates, name, sleeping);
  }

  Contract<S> estimate(String method) {
    return new Contract<>(
        model, relaxed, PersistentCollections.and(estimates, method), name, sleeping);
  }

  Contract<S> naming(IntFunction<String> names) {
    return new Contract<>(model, relaxed, estimates, names, sleeping);
  }

  Contract<S> orSleeping() {
    return new Contract<>(model, relaxed, estimates, name, true);
  }

  boolean isEstimate(Object call) {
    return estimates.contains(MethodCall.methodOf(call));
  }

  /** The answers by which a call may always say that it has done nothing. */
  Set<Object> misses(Object call) {
    return relaxed.getOrDefault(MethodCall.methodOf(call), Set.of());
  }

  /** Whether a call may have that answer at any time, and has done nothing then. */
  boolean isMiss(Object call, Object answer) {
    return answer.equals(Operation.INTERRUPTED) || misses(call).contains(answer);
  }
}
