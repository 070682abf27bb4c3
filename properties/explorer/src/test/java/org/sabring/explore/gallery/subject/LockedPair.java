package org.sabring.explore.gallery.subject;

import java.util.concurrent.locks.ReadWriteLock;

/** Two plain numbers under a lock that many may read in. */
public final class LockedPair {

  private final ReadWriteLock lock;
  private int first;
  private int second;

  public LockedPair(ReadWriteLock lock) {
    this.lock = lock;
  }

  /** Stores a digit twice. */
  public void write(int digit) {
    lock.writeLock().lock();
    try {
      first = digit;
      second = digit;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Both digits. */
  public int read() {
    lock.readLock().lock();
    try {
      return 10 * first + second;
    } finally {
      lock.readLock().unlock();
    }
  }
}
