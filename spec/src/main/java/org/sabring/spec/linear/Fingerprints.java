package org.sabring.spec.linear;

/**
 * A set of fingerprints of 128 bits: 16 to 64 bytes each, and a chance below 10^-20 that two of a
 * few million are equal by accident.
 */
final class Fingerprints {
  private long[] table = new long[1 << 10];
  private int size;

  /** Adds a fingerprint; false if it was there. */
  boolean add(long high, long low) {
    if (4L * size >= table.length) {
      grow();
    }
    return put(high, low == 0 ? 1 : low);
  }

  private boolean put(long high, long low) {
    int mask = table.length / 2 - 1;
    int slot = (int) low & mask;
    while (table[2 * slot + 1] != 0) {
      if (table[2 * slot] == high && table[2 * slot + 1] == low) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    table[2 * slot] = high;
    table[2 * slot + 1] = low;
    size++;
    return true;
  }

  private void grow() {
    long[] old = table;
    table = new long[2 * old.length];
    size = 0;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i + 1] != 0) {
        put(old[i], old[i + 1]);
      }
    }
  }

  int size() {
    return size;
  }
}
