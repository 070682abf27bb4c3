package org.sabring.jcstress.planted;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The consumer does not look whether it has cancelled. */
final class TakeAfterCancel extends WrappedInts {

  TakeAfterCancel(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getPlain(int index) {
    int word = memory.getPlain(index);
    return index == layout.read() ? RingLayout.cursor(word) : word;
  }
}
