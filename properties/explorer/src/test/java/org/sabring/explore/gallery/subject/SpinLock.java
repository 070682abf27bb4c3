package org.sabring.explore.gallery.subject;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A lock that is waited for by looking at it again and again, and a counter that it guards. */
@SuppressWarnings("UnusedVariable") // by the handles
public final class SpinLock {

  private static final VarHandle HELD = Handle.of(MethodHandles.lookup(), "held", boolean.class);

  private boolean held;
  private int count;

  private void lock() {
    while ((boolean) HELD.getAndSetAcquire(this, true)) {
      while ((boolean) HELD.getOpaque(this)) {
        Thread.onSpinWait();
      }
    }
  }

  private void unlock() {
    HELD.setRelease(this, false);
  }

  /** A number that nobody has got before. */
  public int next() {
    lock();
    try {
      return ++count;
    } finally {
      unlock();
    }
  }
}
