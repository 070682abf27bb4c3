package org.sabring.explore.gallery.subject;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A plain counter under the JDK's lock. */
public final class LockedCounter {

  private final Lock lock = new ReentrantLock();
  private int count;

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
