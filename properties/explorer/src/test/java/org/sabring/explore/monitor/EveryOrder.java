package org.sabring.explore.monitor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Operation;

/**
 * A linearizability checker by brute force: it tries every order of the calls that keeps their
 * times, on a queue of its own. It shares no code with the monitor.
 */
final class EveryOrder {

  /** A call; what has not returned ends after all others, and has no answer. */
  private record Whole(int begin, int end, MethodCall call, @Nullable Object answer) {}

  private final int capacity;
  private final boolean relaxed;

  /**
   * For a queue of that capacity.
   *
   * @param relaxed whether an offer may say false, and a poll null, at any time
   */
  EveryOrder(int capacity, boolean relaxed) {
    this.capacity = capacity;
    this.relaxed = relaxed;
  }

  /** How many events there are before the first that no order explains. */
  int explains(CallHistory history) {
    for (int return_ : history.returns()) {
      if (!isLinearizable(history.first(return_ + 1))) {
        return return_;
      }
    }
    return history.events().size();
  }

  boolean isLinearizable(CallHistory history) {
    return canGoOn(calls(history), List.of());
  }

  private static List<Whole> calls(CallHistory history) {
    List<CallHistory.Event> events = history.events();
    List<Whole> calls = new ArrayList<>();
    for (int begin = 0; begin < events.size(); begin++) {
      if (events.get(begin).answer() == null) {
        int side = events.get(begin).side();
        int end = begin + 1;
        while (end < events.size() && events.get(end).side() != side) {
          end++;
        }
        Object answer = end < events.size() ? events.get(end).answer() : null;
        calls.add(new Whole(begin, end, events.get(begin).call(), answer));
      }
    }
    return calls;
  }

  private boolean canGoOn(List<Whole> left, List<Object> queue) {
    if (left.stream().allMatch(call -> call.answer() == null)) {
      return true;
    }
    for (Whole next : left) {
      if (left.stream().noneMatch(other -> other.end() < next.begin())) {
        List<Whole> others = new ArrayList<>(left);
        others.remove(next);
        if (isMiss(next) && canGoOn(others, queue)) {
          return true;
        }
        List<Object> after = new ArrayList<>(queue);
        Object answer = call(after, next.call());
        boolean right = next.answer() == null || next.answer().equals(answer);
        if (answer != null && right && canGoOn(others, after)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isMiss(Whole call) {
    Object miss = call.call().method().equals("offer") ? false : Operation.DONE;
    boolean mayMiss = call.call().method().equals("offer") || call.call().method().equals("poll");
    return relaxed && mayMiss && miss.equals(call.answer());
  }

  /** What a queue answers; null if it waits. */
  @Nullable Object call(List<Object> queue, MethodCall call) {
    boolean full = queue.size() == capacity;
    return switch (call.method()) {
      case "offer" -> !full && queue.add(call.arguments().get(0));
      case "put" -> full || !queue.add(call.arguments().get(0)) ? null : Operation.DONE;
      case "poll" -> queue.isEmpty() ? Operation.DONE : queue.remove(0);
      case "take" -> queue.isEmpty() ? null : queue.remove(0);
      case "peek" -> queue.isEmpty() ? Operation.DONE : queue.get(0);
      case "size" -> queue.size();
      default -> throw new IllegalArgumentException(call.toString());
    };
  }
}
