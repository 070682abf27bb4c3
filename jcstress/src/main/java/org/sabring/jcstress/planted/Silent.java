package org.sabring.jcstress.planted;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** Some notifications wake nobody. */
final class Silent extends WrappedInts {

  /** Which are left out. */
  @FunctionalInterface
  interface Omission {

    /**
     * Whether a notification is.
     *
     * @param flagged whether the word says closed or cancelled
     */
    boolean covers(RingLayout layout, int index, boolean flagged);
  }

  private final Omission omission;

  Silent(SharedInts memory, RingLayout layout, Omission omission) {
    super(memory, layout);
    this.omission = omission;
  }

  @Override
  public int notify(int index, int count) {
    boolean flagged = RingLayout.isFlagged(memory.getPlain(index));
    return omission.covers(layout, index, flagged) ? 0 : memory.notify(index, count);
  }
}
