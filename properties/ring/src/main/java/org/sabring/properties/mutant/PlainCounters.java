package org.sabring.properties.mutant;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The counters are loaded and stored plainly. */
public final class PlainCounters extends Spoilt {

  public PlainCounters(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int addOpaque(int index, int delta) {
    int old = super.getPlain(index);
    super.setPlain(index, old + delta);
    return old;
  }
}
