package org.sabring.spec.linear;

/** A sliding window over a sequence of numbers, which are numbered from 0. */
final class LongWindow {
  private long[] values = new long[64];
  private long start;
  private long end;

  void add(long value) {
    if (end - start == values.length) {
      long[] old = values;
      values = new long[2 * old.length];
      for (long i = start; i < end; i++) {
        values[slot(i)] = old[(int) (i & (old.length - 1))];
      }
    }
    values[slot(end++)] = value;
  }

  private int slot(long index) {
    return (int) (index & (values.length - 1));
  }

  /** Number {@code index}, in {@link #start} to {@link #end} - 1. */
  long get(long index) {
    return values[slot(index)];
  }

  long start() {
    return start;
  }

  long end() {
    return end;
  }

  /** Lets go of the numbers before {@code index}. */
  void forget(long index) {
    start = Math.max(start, Math.min(index, end));
  }

  /** The first index whose number is not below the bound, where the numbers ascend. */
  long firstFrom(long bound) {
    long low = start;
    long high = end;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (get(middle) < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
