package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The consumer hands over one element and frees all that it has seen. */
public final class TakenForAll extends Spoilt {

  /** WRITE as the consumer last found it. */
  private int seen;

  public TakenForAll(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getAcquire(int index) {
    int word = super.getAcquire(index);
    seen = index == layout.write() ? RingLayout.cursor(word) : seen;
    return word;
  }

  @Override
  public void setRelease(int index, int value) {
    super.setRelease(index, index == layout.read() && !isFlagged(value) ? seen : value);
  }
}
