package org.sabring.properties.mutant;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer does not look whether it has closed. */
public final class PutAfterClose extends ForwardingInts {

  private final RingLayout layout;

  public PutAfterClose(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public int getPlain(int index) {
    int word = super.getPlain(index);
    return index == layout.write() ? RingLayout.cursor(word) : word;
  }
}
