package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer closes in a word of its own, not in the one that the consumer waits on. */
public final class ClosedFlagApart extends Spoilt {

  public ClosedFlagApart(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public void setRelease(int index, int value) {
    if (index == layout.write() && isFlagged(value)) {
      super.setRelease(spare(), 1);
    } else {
      super.setRelease(index, value);
    }
  }

  @Override
  public int getPlain(int index) {
    int word = super.getPlain(index);
    boolean closed = index == layout.write() && super.getPlain(spare()) == 1;
    return closed ? word | RingLayout.FLAG : word;
  }

  @Override
  public int getAcquire(int index) {
    boolean closed = index == layout.write() && super.getAcquire(spare()) == 1;
    int word = super.getAcquire(index);
    return closed ? word | RingLayout.FLAG : word;
  }
}
