package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The consumer does not notice that the ring is empty, and takes what lies there. */
public final class PollPastEnd extends Spoilt {

  public PollPastEnd(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getAcquire(int index) {
    int word = super.getAcquire(index);
    boolean empty = index == layout.write() && !isFlagged(word) && isEmpty(word);
    return empty ? layout.next(word) : word;
  }
}
