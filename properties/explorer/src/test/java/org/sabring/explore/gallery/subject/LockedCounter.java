package org.sabring.explore.gallery.subject;

import java.util.concurrent.locks.Lock;

/** A plain counter under a lock. */
public final class LockedCounter {

  private final Lock lock;
  private int count;

  public LockedCounter(Lock lock) {
    this.lock = lock;
  }

  /** A number that nobody has got before. */
  public int next() {
    lock.lock();
    try {
      return ++count;
    } finally {
      lock.unlock();
    }
  }
}
