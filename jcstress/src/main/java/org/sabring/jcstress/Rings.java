package org.sabring.jcstress;

import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;

/** Makes the rings of the races, in the compact layout, in the memory that the fork is for. */
final class Rings {

  private Rings() {}

  /** A new empty ring. */
  static CursorRing compact(int capacity) {
    RingLayout layout = RingLayout.compact(capacity);
    return CursorRing.create(Memories.zeroes(layout.length()), layout);
  }

  /** A new empty ring that tells how its sides' waits end: see {@link Calls#lastWait}. */
  static CursorRing watched(int capacity) {
    RingLayout layout = RingLayout.compact(capacity);
    return CursorRing.create(new WatchedInts(Memories.zeroes(layout.length()), layout), layout);
  }

  /** The ring after so many elements have come and gone: both cursors have moved on. */
  static CursorRing lapped(CursorRing ring, int elements) {
    for (int n = 0; n < elements; n++) {
      ring.producer().offer(0);
      ring.consumer().poll();
    }
    return ring;
  }

  /** The ring with these elements in it. */
  static CursorRing holding(CursorRing ring, int... elements) {
    for (int element : elements) {
      ring.producer().offer(element);
    }
    return ring;
  }
}
