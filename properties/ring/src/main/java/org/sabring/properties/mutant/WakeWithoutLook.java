package org.sabring.properties.mutant;

import org.sabring.memory.Awaited;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** A consumer that has woken takes it that there is an element: an `if` for a `while`. */
public final class WakeWithoutLook extends Spoilt {

  /** Whether the consumer has slept since it last looked. */
  private boolean woken;

  public WakeWithoutLook(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public Awaited await(int index, int expected, long timeoutNanos) throws InterruptedException {
    Awaited awaited = super.await(index, expected, timeoutNanos);
    woken |= index == layout.write() && awaited != Awaited.NOT_EQUAL;
    return awaited;
  }

  @Override
  public int getAcquire(int index) {
    int word = super.getAcquire(index);
    if (index != layout.write() || !woken) {
      return word;
    }
    woken = false;
    return isEmpty(word) ? layout.next(RingLayout.cursor(word)) : word;
  }
}
