package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** A batch of two is published before the second slot is written. */
public final class BatchPublishedEarly extends Spoilt {

  /** Whether the second slot of a batch is published and not written, and where it is. */
  private boolean ahead;

  private int own;

  /** READ as the producer last found it. */
  private int seen;

  public BatchPublishedEarly(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public int getAcquire(int index) {
    int word = super.getAcquire(index);
    seen = index == layout.read() ? word : seen;
    return word;
  }

  @Override
  public int getPlain(int index) {
    return index == layout.write() && ahead ? own : super.getPlain(index);
  }

  @Override
  public void setRelease(int index, int value) {
    if (index != layout.write() || isFlagged(value)) {
      super.setRelease(index, value);
      return;
    }
    boolean publishes = !ahead;
    ahead = !ahead && layout.next(value) != seen;
    own = value;
    if (publishes) {
      super.setRelease(index, ahead ? layout.next(value) : value);
    }
  }
}
