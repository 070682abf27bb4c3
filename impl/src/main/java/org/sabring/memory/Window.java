package org.sabring.memory;

import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A range of words with the waiter lists of the memory that they are part of: what all memories
 * have in common. A subclass adds the loads and stores.
 */
abstract class Window implements SharedInts {

  /** The waiters of the whole memory, by the word's index in that memory. */
  private final WaiterLists lists;

  /** Where in the whole memory this window begins. */
  private final int from;

  /** How many words the window shows: at least 1. */
  private final int length;

  Window(WaiterLists lists, int from, int length) {
    this.lists = lists;
    this.from = from;
    this.length = checkLength(length, Integer.MAX_VALUE);
  }

  static int checkLength(int length, int most) {
    if (length < 1 || length > most) {
      throw new IllegalArgumentException("length=" + length + ", expected 1.." + most);
    }
    return length;
  }

  /** Another window on the same memory and lists; the range has been checked. */
  abstract Window window(WaiterLists lists, int from, int length);

  /** Where in the whole memory the word {@code index} of this window lies. */
  int at(int index) {
    if (index < 0 || index >= length) {
      throw outside(index);
    }
    return from + index;
  }

  /** Apart, so that the check is small enough to be compiled into its callers. */
  final IndexOutOfBoundsException outside(int index) {
    return new IndexOutOfBoundsException("index=" + index + ", expected 0.." + (length - 1));
  }

  /** Where in the whole memory {@code count} words from {@code index} on begin. */
  final int range(int index, int count) {
    return from + Objects.checkFromIndexSize(index, count, length);
  }

  @Override
  public final int length() {
    return length;
  }

  @Override
  public final int addOpaque(int index, int delta) {
    int old = getOpaque(index);
    setOpaque(index, old + delta);
    return old;
  }

  @Override
  public final void fullFence() {
    VarHandle.fullFence();
  }

  @Override
  public final Awaited await(int index, int expected, long timeoutNanos)
      throws InterruptedException {
    return lists.await(at(index), () -> getVolatile(index), expected, timeoutNanos);
  }

  @Override
  public final @Nullable AsyncWait awaitAsync(int index, int expected, Runnable onNotified) {
    return lists.awaitAsync(at(index), () -> getVolatile(index), expected, onNotified);
  }

  @Override
  public final int notify(int index, int count) {
    return lists.notify(at(index), count);
  }

  @Override
  public final int waiters(int index) {
    return lists.waiters(at(index));
  }

  @Override
  public final SharedInts view(int from, int length) {
    int first = at(from);
    if (length < 1 || length > this.length - from) {
      throw new IndexOutOfBoundsException(
          "from=" + from + ", length=" + length + ", expected length 1.." + (this.length - from));
    }
    return window(lists, first, length);
  }
}
