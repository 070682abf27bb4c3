package org.sabring.explore.gallery.subject;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Two numbers that one thread writes and any thread reads as a pair, without a lock. */
@SuppressWarnings("UnusedVariable") // by the handles
public final class SeqLock {

  private static final VarHandle SEQUENCE =
      Handle.of(MethodHandles.lookup(), "sequence", int.class);
  private static final VarHandle FIRST = Handle.of(MethodHandles.lookup(), "first", int.class);
  private static final VarHandle SECOND = Handle.of(MethodHandles.lookup(), "second", int.class);

  /** Odd while the pair is being written. */
  private int sequence;

  private int first;
  private int second;

  /** The writer's alone. */
  public void write(int one, int two) {
    int even = (int) SEQUENCE.getOpaque(this);
    SEQUENCE.setOpaque(this, even + 1);
    VarHandle.releaseFence();
    FIRST.setOpaque(this, one);
    SECOND.setOpaque(this, two);
    SEQUENCE.setRelease(this, even + 2);
  }

  /** The pair as {@code 10 * first + second}; goes round until nobody has written meanwhile. */
  public int read() {
    while (true) {
      int before = (int) SEQUENCE.getAcquire(this);
      int one = (int) FIRST.getOpaque(this);
      int two = (int) SECOND.getOpaque(this);
      VarHandle.acquireFence();
      int after = (int) SEQUENCE.getOpaque(this);
      if (before == after && before % 2 == 0) {
        return 10 * one + two;
      }
      Thread.onSpinWait();
    }
  }
}
