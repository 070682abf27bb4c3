package org.sabring.properties.mutant;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer does not notify after publishing: a consumer that sleeps goes on sleeping. */
public final class NoNotify extends ForwardingInts {

  private final RingLayout layout;

  /** Whether what it stored last was an element's cursor, and no end. The producer's own. */
  private boolean published;

  public NoNotify(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public void setRelease(int index, int value) {
    published = index == layout.write() && !RingLayout.isFlagged(value);
    super.setRelease(index, value);
  }

  @Override
  public int notify(int index, int count) {
    return index == layout.write() && published ? 0 : super.notify(index, count);
  }
}
