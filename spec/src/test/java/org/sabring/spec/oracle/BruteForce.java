package org.sabring.spec.oracle;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sabring.spec.event.Caller;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.scalar.Scalar;
import org.sabring.spec.trace.TraceHeader;

/**
 * The same law as {@link HistoryOracle}, in the plainest way: tries every order of the operations
 * on a queue, of any number of threads. For tiny histories only.
 */
final class BruteForce {
  private final TraceHeader header;
  private final List<List<HistoryEvent>> threads;

  private BruteForce(TraceHeader header, List<HistoryEvent> events) {
    this.header = header;
    Map<Caller, List<HistoryEvent>> byThread = new LinkedHashMap<>();
    events.forEach(e -> byThread.computeIfAbsent(e.caller(), c -> new ArrayList<>()).add(e));
    threads = List.copyOf(byThread.values());
  }

  /** Whether some order of the operations explains all answers. */
  static boolean explains(TraceHeader header, List<HistoryEvent> events) {
    BruteForce force = new BruteForce(header, events);
    return force.search(new int[force.threads.size()], new int[force.threads.size()], new State());
  }

  /** A queue with its two flags. */
  private static final class State {
    private final Deque<Scalar> queue = new ArrayDeque<>();
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
   * Goes on from where {@code done[t]} calls of thread {@code t} are done, and of the next one so
   * many elements.
   */
  private boolean search(int[] done, int[] elements, State state) {
    if (mayEnd(done, elements, state)) {
      return true;
    }
    for (int t = 0; t < done.length; t++) {
      if (done[t] < threads.get(t).size() && isNext(t, done)) {
        HistoryEvent event = threads.get(t).get(done[t]);
        State next = state.copy();
        if (apply(event, elements[t], next)) {
          int[] nextDone = done.clone();
          int[] nextElements = elements.clone();
          nextElements[t]++;
          if (nextElements[t] >= elementsOf(event) && event.hasReturn()) {
            nextDone[t]++;
            nextElements[t] = 0;
          }
          if (search(nextDone, nextElements, next)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether no call of another thread that is still to do came back before this one began. */
  private boolean isNext(int thread, int[] done) {
    HistoryEvent event = threads.get(thread).get(done[thread]);
    for (int t = 0; t < done.length; t++) {
      List<HistoryEvent> left = threads.get(t).subList(done[t], threads.get(t).size());
      if (t != thread && left.stream().anyMatch(other -> other.isBefore(event))) {
        return false;
      }
    }
    return true;
  }

  private static int elementsOf(HistoryEvent event) {
    return switch (event.outcome()) {
      case STORED, SKIPPED -> event.count();
      case ELEMENT -> event.values().size();
      case PENDING ->
          event.isGiving() ? event.values().size() : event.isRemoving() ? event.most() : 1;
      default -> 1;
    };
  }

  private boolean mayEnd(int[] done, int[] elements, State state) {
    for (int t = 0; t < done.length; t++) {
      List<HistoryEvent> left = threads.get(t).subList(done[t], threads.get(t).size());
      if (left.stream().anyMatch(HistoryEvent::hasReturn)) {
        return false;
      }
      if (header.complete() && !left.isEmpty() && !mayWait(left.get(0), elements[t], state)) {
        return false;
      }
    }
    return true;
  }

  private boolean mayWait(HistoryEvent event, int elements, State state) {
    boolean open = !state.closed && !state.cancelled;
    int left = elementsOf(event) - elements;
    if (elementsOf(event) == 0) {
      return true; // who asks for nothing waits for nothing that the queue could give
    }
    if (event.isGiving()) {
      boolean full = state.queue.size() + left > header.bound() && !header.overwrites();
      return left > 0 && full && open;
    }
    return !event.isRemoving() || (left > 0 && state.queue.isEmpty() && open);
  }

  private boolean apply(HistoryEvent event, int element, State state) {
    Deque<Scalar> queue = state.queue;
    boolean nothing = queue.isEmpty();
    boolean shut = state.closed || state.cancelled;
    return switch (event.outcome()) {
      case STORED -> store(event.values().get(element), state);
      case REFUSED ->
          shut
              || (event.op() == OperationKind.OFFER
                  && !header.overwrites()
                  && queue.size() + event.most() > header.bound());
      case ELEMENT -> {
        boolean oldest = !state.cancelled && event.values().get(element).equals(queue.peek());
        yield oldest && (event.op() == OperationKind.PEEK || queue.poll() != null);
      }
      case SKIPPED -> !state.cancelled && queue.poll() != null;
      case COUNTED -> state.cancelled || queue.size() == event.count();
      case EMPTY -> state.cancelled || (nothing && !state.closed);
      case END -> state.cancelled || (nothing && state.closed);
      case NOTHING -> state.cancelled || nothing;
      case DONE, PENDING -> applyUnanswered(event, element, state);
    };
  }

  private boolean applyUnanswered(HistoryEvent event, int element, State state) {
    if (element >= elementsOf(event)) {
      return false;
    }
    switch (event.op()) {
      case CLOSE -> state.closed = true;
      case CANCEL -> state.cancelled = true;
      case PUT, OFFER -> {
        return event.hasReturn() || store(event.values().get(element), state);
      }
      case TAKE, POLL, SKIP -> {
        return event.hasReturn() || (!state.cancelled && state.queue.poll() != null);
      }
      case PEEK, COUNT -> {}
    }
    return true;
  }

  private boolean store(Scalar value, State state) {
    Collection<Scalar> queue = state.queue;
    boolean full = queue.size() >= header.bound() && !state.cancelled;
    if (full && header.overwrites()) {
      state.queue.remove();
    }
    return !state.closed && (!full || header.overwrites()) && queue.add(value);
  }
}
