package org.sabring.spec.oracle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.trace.HistoryEvent;
import org.sabring.spec.trace.OperationKind;

/**
 * The same law as {@link HistoryOracle}, in the plainest way: tries every order of the operations
 * on a queue. For tiny histories only.
 */
final class BruteForce {
  private final int bound;
  private final boolean complete;
  private final List<HistoryEvent> producer;
  private final List<HistoryEvent> consumer;

  private BruteForce(int bound, boolean complete, List<HistoryEvent> events) {
    this.bound = bound;
    this.complete = complete;
    producer = events.stream().filter(event -> event.side() == RingSide.PRODUCER).toList();
    consumer = events.stream().filter(event -> event.side() == RingSide.CONSUMER).toList();
  }

  /** Whether some order of the operations explains all answers. */
  static boolean explains(int bound, boolean complete, List<HistoryEvent> events) {
    return new BruteForce(bound, complete, events).search(0, 0, new State());
  }

  /** A queue with its two flags. */
  private static final class State {
    private final Deque<Integer> queue = new ArrayDeque<>();
    private boolean closed;
    private boolean cancelled;

    State copy() {
      State copy = new State();
      copy.queue.addAll(queue);
      copy.closed = closed;
      copy.cancelled = cancelled;
      return copy;
    }
  }

  /**
   * Goes on from where {@code i} of the producer's operations and {@code j} of the consumer's are
   * done.
   */
  private boolean search(int i, int j, State state) {
    if (mayEnd(i, j, state)) {
      return true;
    }
    if (i < producer.size() && !isPassedOver(consumer, j, producer.get(i))) {
      State next = state.copy();
      if (apply(producer.get(i), next) && search(i + 1, j, next)) {
        return true;
      }
    }
    if (j < consumer.size() && !isPassedOver(producer, i, consumer.get(j))) {
      State next = state.copy();
      return apply(consumer.get(j), next) && search(i, j + 1, next);
    }
    return false;
  }

  /**
   * Whether one of the other side's operations still to do came back before this one was called.
   */
  private static boolean isPassedOver(List<HistoryEvent> others, int from, HistoryEvent event) {
    return others.stream().skip(from).anyMatch(other -> other.returned() < event.call());
  }

  private boolean mayEnd(int i, int j, State state) {
    List<HistoryEvent> putsLeft = producer.subList(i, producer.size());
    List<HistoryEvent> takesLeft = consumer.subList(j, consumer.size());
    boolean full = state.queue.size() == bound;
    boolean open = !state.closed && !state.cancelled;
    return mayEnd(producer, putsLeft, full && open)
        && mayEnd(consumer, takesLeft, state.queue.isEmpty() && open);
  }

  private boolean mayEnd(List<HistoryEvent> all, List<HistoryEvent> left, boolean mayWait) {
    if (left.stream().anyMatch(HistoryEvent::hasReturn)) {
      return false;
    }
    HistoryEvent last = all.isEmpty() ? null : all.get(all.size() - 1);
    boolean waits = last != null && !last.hasReturn() && (last.isGiving() || last.isTaking());
    return !complete || !waits || (mayWait && !left.isEmpty());
  }

  private boolean apply(HistoryEvent event, State state) {
    Queue<Integer> queue = state.queue;
    boolean full = queue.size() == bound;
    return switch (event.outcome()) {
      case STORED -> !full && !state.closed && queue.add(event.value());
      case REFUSED ->
          state.closed || state.cancelled || (full && event.op() == OperationKind.OFFER);
      case ELEMENT -> !state.cancelled && !queue.isEmpty() && queue.remove() == event.value();
      case EMPTY -> state.cancelled || (queue.isEmpty() && !state.closed);
      case END -> state.cancelled || (queue.isEmpty() && state.closed);
      case DONE, PENDING -> applyUnanswered(event, state, full);
    };
  }

  private static boolean applyUnanswered(HistoryEvent event, State state, boolean full) {
    switch (event.op()) {
      case CLOSE -> state.closed = true;
      case CANCEL -> state.cancelled = true;
      case PUT, OFFER -> {
        return !full && !state.closed && state.queue.add(event.value());
      }
      case TAKE, POLL -> {
        return !state.cancelled && state.queue.poll() != null;
      }
    }
    return true;
  }
}
