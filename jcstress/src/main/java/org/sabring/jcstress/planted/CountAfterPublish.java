package org.sabring.jcstress.planted;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** Keeps the count back until the cursor is out. */
final class CountAfterPublish extends WrappedInts {

  private int uncounted;

  CountAfterPublish(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int addOpaque(int index, int delta) {
    if (index != layout.produced()) {
      return memory.addOpaque(index, delta);
    }
    uncounted = delta;
    return memory.getOpaque(index);
  }

  @Override
  public void setRelease(int index, int value) {
    memory.setRelease(index, value);
    if (index == layout.write() && uncounted != 0) {
      linger();
      memory.addOpaque(layout.produced(), uncounted);
      uncounted = 0;
    }
  }
}
