package org.sabring.explore.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Operation;

/**
 * A sequential specification: what an object answers when it is called one call at a time. Its text
 * names it in findings, for example {@code a queue with room for 2}.
 *
 * @param <S> a state: an immutable value, equal to another only if all calls to come may be
 *     answered alike; the better it tells equal states, the more states of a program are the same
 */
public interface SequentialModel<S> {

  /** The state before any call. */
  S start();

  /**
   * What may come of a call, each possibility once; none if it waits in that state.
   *
   * @param side who calls
   * @param call what {@link Operation#call} says, or the rest of a call that was left unfinished
   */
  List<Applied<S>> apply(S state, int side, Object call);

  /**
   * Whether a call says by that answer that it has done nothing: {@code false} or null, if nothing
   * else is known. Such answers may be declared to be {@link LinearizabilityMonitor#relaxed}.
   */
  default boolean isMiss(Object call, Object answer) {
    return answer.equals(false) || answer.equals(Operation.DONE);
  }

  /**
   * Whether a call with that answer has certainly changed nothing, in whatever state: it has only
   * looked, or failed. By the usual names of a queue's methods, if nothing else is known.
   */
  default boolean changesNothing(Object call, Object answer) {
    return Vocabulary.USUAL.changesNothing(MethodCall.methodOf(call), answer);
  }

  /**
   * Whether a call only asks, so that its answer may be meant as an estimate. Such methods may be
   * declared to be {@link LinearizabilityMonitor#estimate}.
   */
  default boolean isQuery(Object call) {
    return Vocabulary.USUAL.isQuery(MethodCall.methodOf(call));
  }

  /**
   * What has come of a call.
   *
   * @param state the state after it
   * @param result its answer; if it is not over, the rest of it, which is applied later, after
   *     calls of other sides perhaps. A rest must be nearer to its end than the call was
   * @param over whether the call is
   */
  record Applied<S>(S state, Object result, boolean over) {

    /** A call that is over, with its answer. */
    public Applied(S state, @Nullable Object answer) {
      this(state, PlainAnswer.of(answer), true);
    }

    /** A call that is not atomic, and has done a part of it. */
    public static <S> Applied<S> unfinished(S state, Object rest) {
      return new Applied<>(state, rest, false);
    }
  }

  /**
   * A queue that holds so many elements at most; without bound if that is {@link
   * Integer#MAX_VALUE}. It is what most queues want to be, by the usual names of their methods.
   */
  static BoundedFifo boundedFifo(int capacity) {
    return boundedFifo(capacity, Vocabulary.USUAL);
  }

  /** The same, with other names for its methods. */
  static BoundedFifo boundedFifo(int capacity, Vocabulary vocabulary) {
    return new BoundedFifo(capacity, vocabulary, List.of());
  }

  /**
   * The class under test itself, one call at a time. It needs no model, and finds what only
   * concurrency breaks: code that is wrong without it is held to be right.
   */
  static SequentialModel<?> ofItself(OneAtATime object) {
    return new OfItself(object);
  }
}
