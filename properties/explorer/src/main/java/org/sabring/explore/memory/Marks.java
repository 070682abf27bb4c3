package org.sabring.explore.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A bit set of accesses. A mark, one bit, stands for the latest access of its kind (load or store,
 * plain or not) by a side to a location. The array ends where only zeros follow. No array that is
 * passed in is changed.
 */
final class Marks {

  static final long[] NONE = {};

  private static final int KINDS = 4;

  /** For each kind, the kinds that it conflicts with: one of the two stores, and one is plain. */
  private static final int[] CONFLICTING = {0b1000, 0b1100, 0b1010, 0b1111};

  private Marks() {}

  /** A kind of access, a number below {@link #KINDS}. */
  static int kind(boolean plain, boolean stores) {
    return (plain ? 2 : 0) + (stores ? 1 : 0);
  }

  /**
   * The mark of an access.
   *
   * @param cell its location and side, as one number
   */
  static int mark(int cell, int kind) {
    return cell * KINDS + kind;
  }

  static long word(long[] marks, int index) {
    return index < marks.length ? marks[index] : 0;
  }

  static boolean has(long[] marks, int mark) {
    return (word(marks, mark >> 6) & 1L << mark) != 0;
  }

  /** Whether an access of a kind conflicts with one in both sets, of a location and side. */
  static boolean conflicts(long[] marks, long[] others, int cell, int kind) {
    int mark = cell * KINDS;
    long both = word(marks, mark >> 6) & word(others, mark >> 6);
    return (both >>> mark & CONFLICTING[kind]) != 0;
  }

  static long[] with(long[] marks, int mark) {
    if (has(marks, mark)) {
      return marks;
    }
    long[] more = Arrays.copyOf(marks, Math.max(marks.length, (mark >> 6) + 1));
    more[mark >> 6] |= 1L << mark;
    return more;
  }

  static long[] without(long[] marks, int mark) {
    if (!has(marks, mark)) {
      return marks;
    }
    long[] fewer = marks.clone();
    fewer[mark >> 6] &= ~(1L << mark);
    return trimmed(fewer);
  }

  /** Without all marks of a location and side. */
  static long[] withoutCell(long[] marks, int cell) {
    long[] fewer = marks;
    for (int kind = 0; kind < KINDS; kind++) {
      fewer = without(fewer, mark(cell, kind));
    }
    return fewer;
  }

  /** What is in both; the first of the two if it is the same. */
  static long[] common(long[] one, long[] other) {
    if (one == other || includes(other, one)) {
      return one;
    }
    long[] both = Arrays.copyOf(one, Math.min(one.length, other.length));
    for (int i = 0; i < both.length; i++) {
      both[i] &= other[i];
    }
    return trimmed(both);
  }

  /** Whether all that is in the other is in the first. */
  static boolean includes(long[] marks, long[] other) {
    if (other.length > marks.length) {
      return false;
    }
    for (int i = 0; i < other.length; i++) {
      if ((other[i] & ~marks[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  private static long[] trimmed(long[] marks) {
    int length = marks.length;
    while (length > 0 && marks[length - 1] == 0) {
      length--;
    }
    return length == 0 ? NONE : length == marks.length ? marks : Arrays.copyOf(marks, length);
  }

  /** What any of the views misses; {@code all}, of which it is a part, if it is the same. */
  static long[] missedBy(@Nullable View[] views, long[] all) {
    long[] any = NONE;
    for (int i = 0; i < all.length; i++) {
      long word = 0;
      for (View view : views) {
        word |= view == null ? 0 : word(view.missing, i);
      }
      if (word != all[i]) {
        any = any == NONE ? all.clone() : any;
        any[i] = word;
      }
    }
    return any == NONE ? all : trimmed(any);
  }
}
