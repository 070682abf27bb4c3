package org.sabring.jcstress.planted;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** Keeps the slot's value back until the cursor is out. */
final class PublishBeforeWrite extends WrappedInts {

  /** No slot if nothing is kept back. */
  private int slot;

  private int element;

  PublishBeforeWrite(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public void setPlain(int index, int value) {
    slot = index;
    element = value;
  }

  @Override
  public void setRelease(int index, int value) {
    memory.setRelease(index, value);
    if (index == layout.write() && slot >= layout.data()) {
      linger();
      memory.setPlain(slot, element);
      slot = 0;
    }
  }
}
