package org.sabring.properties.mutant;

import static org.sabring.ring.RingLayout.isFlagged;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** The producer notifies before it publishes. */
public final class NotifyBeforePublish extends Spoilt {

  /** Whether it has notified already. */
  private boolean early;

  public NotifyBeforePublish(SharedInts memory, RingLayout layout) {
    super(memory, layout);
  }

  @Override
  public void setRelease(int index, int value) {
    if (index == layout.write() && !isFlagged(value)) {
      early = true;
      super.notify(index, ALL);
    }
    super.setRelease(index, value);
  }

  @Override
  public int notify(int index, int count) {
    if (index != layout.write() || !early) {
      return super.notify(index, count);
    }
    early = false;
    return 0;
  }
}
