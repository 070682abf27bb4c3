package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** A consumer that finds the ring empty puts both cursors back to the first slot. */
public final class RewindBoth extends Spoilt {

  public RewindBoth(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getAcquire(int index) {
    int word = super.getAcquire(index);
    if (index != layout.write() || word == 0 || isFlagged(word) || !isEmpty(word)) {
      return word;
    }
    super.setRelease(layout.read(), 0);
    super.setRelease(layout.write(), 0);
    return 0;
  }
}
