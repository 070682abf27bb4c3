package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The cursors wrap one slot too late: they leave the data region. */
public final class WrongWrap extends ForwardingInts {

  private final RingLayout layout;

  /** The slot after the last one. */
  private volatile int beyond;

  public WrongWrap(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public void setRelease(int index, int value) {
    boolean cursor = index == layout.write() || index == layout.read();
    super.setRelease(index, cursor ? wrongly(super.getPlain(index), value) : value);
  }

  private int wrongly(int from, int to) {
    if (isFlagged(to)) {
      return to;
    } else if (from == layout.capacity()) {
      return 0;
    }
    return from + 1;
  }

  @Override
  public int getPlain(int index) {
    return index == layout.length() ? beyond : super.getPlain(index);
  }

  @Override
  public void setPlain(int index, int value) {
    if (index == layout.length()) {
      beyond = value;
    } else {
      super.setPlain(index, value);
    }
  }
}
