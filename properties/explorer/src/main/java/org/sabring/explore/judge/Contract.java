package org.sabring.explore.judge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.sabring.explore.Operation;

/**
 * What does not change while a judge listens: the model, and what it is not held to.
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

  Contract {
    relaxed = Map.copyOf(relaxed);
    estimates = Set.copyOf(estimates);
  }

  static <S> Contract<S> of(SequentialModel<S> model) {
    return new Contract<>(model, Map.of(), Set.of(), side -> "side " + side, false);
  }

  Contract<S> relaxed(String method, Object answer) {
    Map<String, Set<Object>> more = new HashMap<>(relaxed);
    Set<Object> answers = new HashSet<>(relaxed.getOrDefault(method, Set.of()));
    answers.add(answer);
    more.put(method, Set.copyOf(answers));
    return new Contract<>(model, more, estimates, name, sleeping);
  }

  Contract<S> estimate(String method) {
    Set<String> more = new HashSet<>(estimates);
    more.add(method);
    return new Contract<>(model, relaxed, more, name, sleeping);
  }

  Contract<S> naming(IntFunction<String> names) {
    return new Contract<>(model, relaxed, estimates, names, sleeping);
  }

  Contract<S> orSleeping() {
    return new Contract<>(model, relaxed, estimates, name, true);
  }

  boolean isEstimate(Object call) {
    return estimates.contains(Call.methodOf(call));
  }

  /** The answers by which a call may always say that it has done nothing. */
  Set<Object> misses(Object call) {
    return relaxed.getOrDefault(Call.methodOf(call), Set.of());
  }

  /** Whether a call may have that answer at any time, and has done nothing then. */
  boolean isMiss(Object call, Object answer) {
    return answer.equals(Operation.INTERRUPTED) || misses(call).contains(answer);
  }
}
