package org.sabring.explore.gallery.subject;

import java.util.concurrent.locks.StampedLock;

/** Two plain numbers that are read without a lock if nobody writes. */
public final class StampedPair {

  private final StampedLock lock = new StampedLock();
  private int first;
  private int second;

  /** Stores a digit twice. */
  public void write(int digit) {
    long stamp = lock.writeLock();
    try {
      first = digit;
      second = digit;
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  /** Both digits. */
  public int read() {
    long stamp = lock.tryOptimisticRead();
    int read = 10 * first + second;
    if (lock.validate(stamp)) {
      return read;
    }
    stamp = lock.readLock();
    try {
      return 10 * first + second;
    } finally {
      lock.unlockRead(stamp);
    }
  }
}
