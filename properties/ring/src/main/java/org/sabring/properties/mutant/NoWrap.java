package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The cursors do not wrap: they leave the data region and go on. */
public final class NoWrap extends Spoilt {

  public NoWrap(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public void setRelease(int index, int value) {
    boolean moves = index == layout.write() || index == layout.read();
    super.setRelease(index, moves && !isFlagged(value) ? super.getPlain(index) + 1 : value);
  }
}
