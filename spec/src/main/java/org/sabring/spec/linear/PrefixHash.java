package org.sabring.spec.linear;

import java.util.Arrays;

/**
 * Polynomial hashes of the stretches of a sequence of numbers, modulo the prime 2^61 - 1, with two
 * bases: any stretch in a few steps.
 */
final class PrefixHash {
  private static final long PRIME = (1L << 61) - 1;
  private static final long[] BASES = {0x0F1E2D3C4B5A6978L, 0x12C9A5D3E7F80B17L};

  private final long[][] before = new long[2][64];
  private final long[][] powers = new long[2][64];
  private int length;

  PrefixHash() {
    powers[0][0] = 1;
    powers[1][0] = 1;
  }

  /** Sets number {@code index}, which is the last. */
  void set(int index, int number) {
    if (index + 1 >= before[0].length) {
      for (int which = 0; which < 2; which++) {
        before[which] = Arrays.copyOf(before[which], 2 * before[which].length);
        powers[which] = Arrays.copyOf(powers[which], 2 * powers[which].length);
      }
    }
    for (int which = 0; which < 2; which++) {
      long base = BASES[which];
      before[which][index + 1] = add(times(before[which][index], base), mixed(number));
      if (index >= length) {
        powers[which][index + 1] = times(powers[which][index], base);
      }
    }
    length = Math.max(length, index + 1);
  }

  /** The hash of the numbers from {@code from} to {@code to - 1}. */
  long of(int which, int from, int to) {
    long start = times(before[which][from], powers[which][to - from]);
    long difference = before[which][to] - start;
    return difference < 0 ? difference + PRIME : difference;
  }

  private static long add(long one, long other) {
    long sum = one + other;
    return sum >= PRIME ? sum - PRIME : sum;
  }

  private static long times(long one, long other) {
    long high = Math.multiplyHigh(one, other);
    long low = one * other;
    long folded = (low & PRIME) + ((low >>> 61) | (high << 3));
    return folded >= PRIME ? folded - PRIME : folded;
  }

  private static long mixed(long number) {
    return spread(number) & (PRIME >>> 1);
  }

  /** A number that looks random, the same for the same number (SplitMix64). */
  static long spread(long number) {
    long mixed = (number + 1) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
