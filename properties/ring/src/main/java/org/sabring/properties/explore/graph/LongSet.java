package org.sabring.properties.explore.graph;

import java.util.Arrays;

/** A set of numbers other than -1, millions of them. */
final class LongSet {

  private static final long NONE = -1;

  private long[] table = empty(1 << 12);
  private int size;

  private static long[] empty(int length) {
    long[] table = new long[length];
    Arrays.fill(table, NONE);
    return table;
  }

  /** Whether it was not there before. */
  boolean add(long number) {
    if (!put(table, number)) {
      return false;
    }
    if (++size * 2 > table.length) {
      long[] larger = empty(2 * table.length);
      for (long one : table) {
        if (one != NONE) {
          put(larger, one);
        }
      }
      table = larger;
    }
    return true;
  }

  private static boolean put(long[] table, long number) {
    long mixed = number * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & (table.length - 1);
    while (table[at] != NONE) {
      if (table[at] == number) {
        return false;
      }
      at = (at + 1) & (table.length - 1);
    }
    table[at] = number;
    return true;
  }
}
