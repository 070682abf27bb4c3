package org.sabring.explore.monitor;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.monitor.SequentialModel.Applied;

/**
 * A configuration of a linearizability check: the state of the model, and what has come of calls
 * that have not returned.
 *
 * @param state the model's state after those that have
 * @param begun what has come of calls that have not returned; a side whose call has had no effect
 *     yet is not among them
 */
record Configuration<S>(S state, Map<Integer, Begun> begun) {

  /**
   * A call that has taken effect, and has not returned.
   *
   * @param result its answer, or if it is not over, the rest of it
   */
  record Begun(Object result, boolean over) {}

  /** Whether a side's call has had no effect. */
  boolean isUntouched(int side) {
    return !begun.containsKey(side);
  }

  /** The answer that a side's call will have; null if that is not known. */
  @Nullable Object answer(int side) {
    Begun own = begun.get(side);
    return own != null && own.over() ? own.result() : null;
  }

  /** The same, when a side's call has returned. */
  Configuration<S> without(int side) {
    return new Configuration<>(state, PersistentCollections.without(begun, side));
  }

  /** What the configuration may become by an effect of one of the calls that have not returned. */
  Set<Configuration<S>> next(SequentialModel<S> model, Map<Integer, Object> pending) {
    Set<Configuration<S>> all = new HashSet<>();
    pending.forEach(
        (side, call) -> {
          Begun own = begun.get(side);
          if (own == null || !own.over()) {
            Object todo = own == null ? call : own.result();
            model.apply(state, side, todo).forEach(applied -> all.add(with(side, applied)));
          }
        });
    return all;
  }

  private Configuration<S> with(int side, Applied<S> applied) {
    Begun effect = new Begun(applied.result(), applied.over());
    return new Configuration<>(applied.state(), PersistentCollections.with(begun, side, effect));
  }

  /** These, and all that they may become while no call returns. */
  static <S> Set<Configuration<S>> closure(
      Set<Configuration<S>> sources, SequentialModel<S> model, Map<Integer, Object> pending) {
    return PersistentCollections.closure(sources, one -> one.next(model, pending));
  }

  /**
   * Those of a closure that no other becomes. As each effect brings a call nearer to its end, all
   * the others come from these; and closures are equal exactly if these are.
   */
  static <S> Set<Configuration<S>> sources(
      Set<Configuration<S>> closure, SequentialModel<S> model, Map<Integer, Object> pending) {
    Set<Configuration<S>> sources = new HashSet<>(closure);
    closure.forEach(one -> sources.removeAll(one.next(model, pending)));
    return Set.copyOf(sources);
  }
}
