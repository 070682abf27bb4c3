package org.sabring.explore.memory;

import java.util.Arrays;

/**
 * A vector clock of stores: for each location the place of the newest store that was seen, in the
 * modification order, from 0. An array that ends where only zeros follow, so that locations nobody
 * has stored to cost nothing. No array that is passed in is changed.
 */
final class SeenStores {

  static final int[] NOTHING = {};

  private SeenStores() {}

  static int at(int[] seen, int location) {
    return location < seen.length ? seen[location] : 0;
  }

  /** The later of both, location by location; one of the two if it is the same. */
  static int[] join(int[] one, int[] other) {
    if (one == other || includes(one, other)) {
      return one;
    }
    if (includes(other, one)) {
      return other;
    }
    int[] longer = one.length >= other.length ? one : other;
    int[] shorter = longer == one ? other : one;
    int[] both = longer.clone();
    for (int i = 0; i < shorter.length; i++) {
      both[i] = Math.max(both[i], shorter[i]);
    }
    return both;
  }

  /** Whether nothing of the other is later. */
  static boolean includes(int[] seen, int[] other) {
    if (other.length > seen.length) {
      return false;
    }
    for (int i = 0; i < other.length; i++) {
      if (other[i] > seen[i]) {
        return false;
      }
    }
    return true;
  }

  static int[] see(int[] seen, int location, int place) {
    return at(seen, location) >= place ? seen : with(seen, location, place);
  }

  private static int[] with(int[] seen, int location, int place) {
    int[] later = location < seen.length ? seen.clone() : Arrays.copyOf(seen, location + 1);
    later[location] = place;
    return later;
  }

  /** Whether nothing has been seen but of one location. */
  static boolean isNothingBut(int[] seen, int location) {
    if (seen.length > location + 1) {
      return false;
    }
    for (int i = 0; i < seen.length && i < location; i++) {
      if (seen[i] > 0) {
        return false;
      }
    }
    return true;
  }

  /** After a store has come to a place: what was there, or later, is one later now. */
  static int[] moved(int[] seen, int location, int place) {
    int before = at(seen, location);
    return before >= place ? with(seen, location, before + 1) : seen;
  }

  /** After the stores before the oldest ones have been forgotten. */
  static int[] forget(int[] seen, int[] oldest) {
    int length = seen.length;
    boolean same = true;
    for (int i = Math.min(length, oldest.length) - 1; i >= 0 && same; i--) {
      same = seen[i] == 0 || oldest[i] == 0;
    }
    if (same) {
      return seen;
    }
    while (length > 0 && seen[length - 1] <= at(oldest, length - 1)) {
      length--;
    }
    int[] shifted = Arrays.copyOf(seen, length);
    for (int i = Math.min(length, oldest.length) - 1; i >= 0; i--) {
      shifted[i] = Math.max(0, shifted[i] - oldest[i]);
    }
    return shifted;
  }
}
