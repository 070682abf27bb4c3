package org.sabring.spec.linear;

import java.util.Arrays;

/**
 * The way of a search from its beginning: for each configuration on it which threads there are to
 * try, which was taken, and where the queue began before. A stack without objects, for it is as
 * long as the history.
 */
final class SearchPath {
  private int[] tries = new int[64];
  private int[] first = new int[64];
  private int[] nextTry = new int[64];
  private int[] heads = new int[64];
  private int[] taken = new int[64];
  private int frames;
  private int used;

  void enter(int[] order, int count) {
    if (frames + 1 >= first.length) {
      first = Arrays.copyOf(first, 2 * frames + 2);
      nextTry = Arrays.copyOf(nextTry, 2 * frames + 2);
      heads = Arrays.copyOf(heads, 2 * frames + 2);
      taken = Arrays.copyOf(taken, 2 * frames + 2);
    }
    if (used + count > tries.length) {
      tries = Arrays.copyOf(tries, 2 * (used + count));
    }
    System.arraycopy(order, 0, tries, used, count);
    first[frames] = used;
    nextTry[frames] = used;
    used += count;
    frames++;
  }

  /** The next thread to try from here; -1 if all were. */
  int next() {
    int frame = frames - 1;
    return nextTry[frame] < used ? tries[nextTry[frame]++] : -1;
  }

  /** Goes back to the configuration before; true if there is none. */
  boolean leave() {
    frames--;
    used = first[frames];
    return frames == 0;
  }

  void took(int thread, int head) {
    taken[frames - 1] = thread;
    heads[frames - 1] = head;
  }

  int thread() {
    return taken[frames - 1];
  }

  int untake() {
    return heads[frames - 1];
  }

  int depth() {
    return frames;
  }
}
