package org.sabring.properties.mutant;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The consumer does not look whether it has cancelled. */
public final class TakeAfterCancel extends Spoilt {

  public TakeAfterCancel(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getPlain(int index) {
    int word = super.getPlain(index);
    return index == layout.read() ? RingLayout.cursor(word) : word;
  }
}
