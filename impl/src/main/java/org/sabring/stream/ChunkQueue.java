package org.sabring.stream;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The buffer of a Readable: what it has been given and has not given on, oldest first (RB601). Loop
 * thread only.
 */
abstract class ChunkQueue<T> {

  final Deque<T> chunks = new ArrayDeque<>();

  /** All chunks together, in the units of the mode. */
  private int length;

  abstract int size(T chunk);

  /** How much a read of {@code wanted} gets, of what is there: some, or 0. */
  abstract int available(int wanted, boolean flowing, boolean ended);

  /** Takes off the first {@code n} units, 1 to {@link #length}. */
  abstract T cut(int n);

  final int length() {
    return length;
  }

  final void add(T chunk) {
    chunks.addLast(chunk);
    length += size(chunk);
  }

  final void addFirst(T chunk) {
    chunks.addFirst(chunk);
    length += size(chunk);
  }

  final T take(int n) {
    T taken = cut(n);
    length -= n;
    return taken;
  }
}
