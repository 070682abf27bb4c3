package org.sabring.explore.gallery.subject;

import java.util.concurrent.atomic.AtomicStampedReference;
import org.jspecify.annotations.Nullable;

/** A plain counter: the stamp of a reference that refers to nothing is odd while it is in use. */
public final class StampedCounter {

  private final AtomicStampedReference<@Nullable Object> turn =
      new AtomicStampedReference<>(null, 0);
  private int count;

  /** A number that nobody has got before. */
  public int next() {
    int stamp;
    do {
      stamp = turn.getStamp();
    } while (stamp % 2 == 1 || !turn.compareAndSet(null, null, stamp, stamp + 1));
    int next = ++count;
    turn.set(null, stamp + 2);
    return next;
  }
}
