package org.sabring.jcstress.planted;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** What is acquire and release is opaque, or even plain. */
final class Weakened extends WrappedInts {

  private final boolean plain;

  Weakened(SharedInts memory, RingLayout layout, boolean plain) {
    super(memory, layout);
    this.plain = plain;
  }

  @Override
  public int getAcquire(int index) {
    return plain ? memory.getPlain(index) : memory.getOpaque(index);
  }

  @Override
  public void setRelease(int index, int value) {
    if (plain) {
      memory.setPlain(index, value);
    } else {
      memory.setOpaque(index, value);
    }
  }
}
