package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/**
 * The consumer compares WRITE with its cursor as it is, flag and all: a closed ring is never empty.
 */
public final class FlagInCursor extends Spoilt {

  public FlagInCursor(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getAcquire(int index) {
    int word = super.getAcquire(index);
    boolean ended = index == layout.write() && isFlagged(word) && isEmpty(word);
    return ended ? layout.next(RingLayout.cursor(word)) : word;
  }
}
