package org.sabring.spec.oracle;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.trace.HistoryEvent;
import org.sabring.spec.trace.OperationKind;
import org.sabring.spec.trace.Outcome;

/**
 * A sliding window over the producer's operations, numbered from 0: those that are read and still
 * needed, and the elements that they stored and nobody has taken.
 */
final class ProducerLog {
  private record Entry(HistoryEvent event, long storedBefore) {}

  /**
   * Operation {@code i} is in {@code entries[i % length]}, for {@code i} in {@code start..end-1}.
   */
  private @Nullable Entry[] entries = new @Nullable Entry[64];

  private long start;
  private long end;
  private long stored;
  private long closedBy = Long.MAX_VALUE;
  private final ArrayDeque<Integer> elements = new ArrayDeque<>();

  void add(HistoryEvent event) {
    if (end - start == entries.length) {
      grow();
    }
    entries[slot(end)] = new Entry(event, stored);
    if (isStore(event)) {
      stored++;
      elements.add(event.value());
    }
    if (event.op() == OperationKind.CLOSE && closedBy == Long.MAX_VALUE) {
      closedBy = end;
    }
    end++;
  }

  /** Whether an operation stores its element when it takes effect. */
  private static boolean isStore(HistoryEvent event) {
    return event.isGiving() && event.outcome() != Outcome.REFUSED;
  }

  private void grow() {
    @Nullable Entry[] old = entries;
    entries = new @Nullable Entry[2 * old.length];
    for (long i = start; i < end; i++) {
      entries[slot(i)] = old[(int) (i % old.length)];
    }
  }

  private int slot(long index) {
    return (int) (index % entries.length);
  }

  private Entry entry(long index) {
    return Objects.requireNonNull(entries[slot(index)]);
  }

  /** Operation {@code index}, in {@link #start} to {@link #end} - 1. */
  HistoryEvent get(long index) {
    return entry(index).event();
  }

  /** The first operation that is still known. */
  long start() {
    return start;
  }

  /** How many operations were read. */
  long end() {
    return end;
  }

  /** How many elements the operations before {@code index} stored. */
  long storedBefore(long index) {
    return index == end ? stored : entry(index).storedBefore();
  }

  /** Whether one of the operations before {@code index} closed the queue. */
  boolean isClosedBefore(long index) {
    return closedBy < index;
  }

  /** Lets go of the operations before {@code index}. */
  void forget(long index) {
    for (; start < Math.min(index, end); start++) {
      entries[slot(start)] = null;
    }
  }

  /** The oldest element that nobody has taken, among all that were read; null if there is none. */
  @Nullable Integer oldest() {
    return elements.peek();
  }

  /** Takes the oldest element, which there must be. */
  int take() {
    return elements.remove();
  }

  /** The oldest elements that nobody has taken. */
  int[] oldest(int count) {
    int[] values = new int[count];
    Iterator<Integer> all = elements.iterator();
    Arrays.setAll(values, i -> all.next());
    return values;
  }
}
