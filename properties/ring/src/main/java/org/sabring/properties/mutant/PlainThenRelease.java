package org.sabring.properties.mutant;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The cursor goes to the memory twice: in a plain copy of the header, and then by the release. */
public final class PlainThenRelease extends Spoilt {

  public PlainThenRelease(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public void setRelease(int index, int value) {
    if (index == layout.write()) {
      super.setPlain(index, value);
    }
    super.setRelease(index, value);
  }
}
