package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The cursors wrap one slot too late: they leave the data region. */
public final class WrongWrap extends Spoilt {

  public WrongWrap(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public void setRelease(int index, int value) {
    boolean cursor = index == layout.write() || index == layout.read();
    super.setRelease(index, cursor ? wrongly(super.getPlain(index), value) : value);
  }

  private int wrongly(int from, int to) {
    if (isFlagged(to)) {
      return to;
    }
    return from == layout.capacity() ? 0 : from + 1;
  }
}
