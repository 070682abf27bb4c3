package org.sabring.explore.gallery.subject;

import java.util.concurrent.Semaphore;

/** A plain counter that one thread at a time may use. */
public final class SemaphoreCounter {

  private final Semaphore one = new Semaphore(1);
  private int count;

  /** A number that nobody has got before. */
  public int next() throws InterruptedException {
    one.acquire();
    try {
      return ++count;
    } finally {
      one.release();
    }
  }
}
