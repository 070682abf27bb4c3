package org.sabring.explore.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Operation;
import org.sabring.explore.monitor.CallHistory.Event;
import org.sabring.explore.monitor.SequentialModel.Applied;

/** Histories of a queue, at random: right ones, and such with any answers. */
final class CallHistories {

  private static final List<Object> ANSWERS = List.of(true, false, Operation.DONE, 1, 2, 3, 0);
  private static final List<String> METHODS =
      List.of("offer", "offer", "poll", "poll", "put", "take", "peek", "size");

  private final Random random;
  private final int sides;
  private final int capacity;

  CallHistories(Random random, int sides, int capacity) {
    this.random = random;
    this.sides = sides;
    this.capacity = capacity;
  }

  /** A call: half of the elements are the same, as a queue's may be. */
  MethodCall call() {
    String method = METHODS.get(random.nextInt(METHODS.size()));
    boolean adds = method.equals("offer") || method.equals("put");
    return adds ? MethodCall.of(method, 1 + random.nextInt(3)) : MethodCall.of(method);
  }

  Object answer() {
    return ANSWERS.get(random.nextInt(ANSWERS.size()));
  }

  /**
   * A history in which each side calls so often, and the answers are those of a queue.
   *
   * @param spoilt how many answers are replaced by any
   */
  CallHistory any(int calls, int spoilt) {
    CallHistory history = right(calls);
    List<Integer> returns = history.returns();
    for (int i = 0; i < spoilt && !returns.isEmpty(); i++) {
      history = history.answering(returns.get(random.nextInt(returns.size())), answer());
    }
    return history;
  }

  private CallHistory right(int calls) {
    BoundedFifo queue = SequentialModel.boundedFifo(capacity);
    List<Object> held = List.of();
    CallHistory history = new CallHistory(List.of());
    int[] left = new int[sides];
    Arrays.fill(left, calls);
    List<@Nullable MethodCall> pending = new ArrayList<>(Collections.nCopies(sides, null));
    List<@Nullable Object> got = new ArrayList<>(Collections.nCopies(sides, null));
    for (int turn = 0; turn < 8 * sides * calls; turn++) {
      int side = random.nextInt(sides);
      MethodCall call = pending.get(side);
      Object answer = got.get(side);
      if (call == null) {
        if (left[side]-- > 0) {
          pending.set(side, call());
          history = history.with(new Event(side, pending.get(side), null));
        }
      } else if (answer == null) {
        List<Applied<List<Object>>> applied = queue.apply(held, side, call);
        if (!applied.isEmpty()) {
          held = applied.get(0).state();
          got.set(side, small(applied.get(0).result()));
        }
      } else {
        history = history.with(new Event(side, call, answer));
        pending.set(side, null);
        got.set(side, null);
      }
    }
    return history;
  }

  /** As the code under test would answer it. */
  private static Object small(Object answer) {
    return answer instanceof Long number ? (Object) number.intValue() : answer;
  }
}
