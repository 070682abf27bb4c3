package org.sabring.spec.linear;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.event.OperationKind;
import org.sabring.spec.event.Outcome;
import org.sabring.spec.scalar.Scalar;

/**
 * A sliding window over the producer's operations, numbered from 0: those that are read and still
 * needed, and the elements that they stored and nobody has taken. Elements are numbered as well, in
 * the order in which they were stored.
 */
public final class ProducerLog {
  /** What is not known to be anywhere is behind everything. */
  static final long NOWHERE = Long.MAX_VALUE;

  /**
   * Operation {@code i} is in {@code events[i % length]}, for {@code i} in {@code start..end-1};
   * {@code storedBefore} says how many elements the operations before it stored.
   */
  private @Nullable HistoryEvent[] events = new @Nullable HistoryEvent[64];

  private long[] storedBefore = new long[events.length];
  private long start;
  private long end;
  private long stored;
  private long closedBy = NOWHERE;
  private long storedAfterClose = NOWHERE;
  private int pending;
  private boolean cancelled;
  private final ArrayDeque<Scalar> elements = new ArrayDeque<>();

  /** Which operation stored element {@code n}, of those that nobody has taken. */
  private final LongWindow stores = new LongWindow();

  private final ExactOperations exact;

  /**
   * @param bound how many elements can be stored
   */
  public ProducerLog(int bound) {
    exact = new ExactOperations(bound);
  }

  public void add(HistoryEvent event) {
    if (end - start == events.length) {
      grow();
    }
    events[slot(end)] = event;
    storedBefore[slot(end)] = stored;
    if (isStore(event)) {
      if (!cancelled) {
        elements.add(event.value());
        stores.add(end);
      }
      if (closedBy < end) {
        storedAfterClose = Math.min(storedAfterClose, end);
      }
      stored++;
    } else {
      exact.add(event, end, stored, closedBy < end);
    }
    if (event.op() == OperationKind.CLOSE && closedBy == NOWHERE) {
      closedBy = end;
    }
    pending += event.hasReturn() ? 0 : 1;
    end++;
  }

  /** Whether an operation stores its element when it takes effect. */
  private static boolean isStore(HistoryEvent event) {
    return event.isGiving()
        && (event.outcome() == Outcome.STORED || event.outcome() == Outcome.PENDING);
  }

  private void grow() {
    @Nullable HistoryEvent[] old = events;
    long[] before = storedBefore;
    events = new @Nullable HistoryEvent[2 * old.length];
    storedBefore = new long[events.length];
    for (long i = start; i < end; i++) {
      events[slot(i)] = old[(int) (i & (old.length - 1))];
      storedBefore[slot(i)] = before[(int) (i & (old.length - 1))];
    }
  }

  private int slot(long index) {
    return (int) (index & (events.length - 1));
  }

  /** Operation {@code index}, in {@link #start} to {@link #end} - 1. */
  public HistoryEvent get(long index) {
    return Objects.requireNonNull(events[slot(index)]);
  }

  /** The first operation that is still known. */
  public long start() {
    return start;
  }

  /** How many operations were read. */
  public long end() {
    return end;
  }

  /** How many elements the operations before {@code index} stored. */
  public long storedBefore(long index) {
    return index == end ? stored : storedBefore[slot(index)];
  }

  /** Whether one of the operations before {@code index} closed the queue. */
  public boolean isClosedBefore(long index) {
    return closedBy < index;
  }

  /** The operation that closed the queue; {@link #NOWHERE} if none has. */
  public long closedBy() {
    return closedBy;
  }

  /** The first operation that stored an element after close; {@link #NOWHERE} if none has. */
  public long storedAfterClose() {
    return storedAfterClose;
  }

  /** The operation that stored an element that nobody has taken; {@link #NOWHERE} if none has. */
  public long storeOf(long element) {
    return element < stores.end() ? stores.get(element) : NOWHERE;
  }

  /** How many of the last operations never came back. */
  public int pending() {
    return pending;
  }

  /** The operations that depend on how many elements are stored. */
  ExactOperations exact() {
    return exact;
  }

  /** Lets go of the operations before {@code index}. */
  public void forget(long index) {
    for (; start < Math.min(index, end); start++) {
      events[slot(start)] = null;
    }
  }

  /** Nothing is taken any more: elements that are stored from now on are not kept. */
  public void cancel() {
    cancelled = true;
  }

  /** The oldest element that nobody has taken, among all that were read; null if there is none. */
  public @Nullable Scalar oldest() {
    return elements.peek();
  }

  /** Takes the oldest element, which there must be. */
  Scalar take() {
    stores.forget(stores.start() + 1);
    return elements.remove();
  }

  /** The oldest elements that nobody has taken; after cancel there may be fewer. */
  public List<Scalar> oldest(int count) {
    return elements.stream().limit(count).toList();
  }
}
