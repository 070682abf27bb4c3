package org.sabring.properties.trial;

import org.sabring.memory.SharedInts;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;

/**
 * The ring of one try.
 *
 * @param ring the shipped code
 * @param words the memory as it is, beneath whoever watches it
 */
public record Subject(CursorRing ring, SharedInts words) {

  public RingLayout layout() {
    return ring.layout();
  }

  /** All words now. */
  int[] snapshot() {
    int[] snapshot = new int[words.length()];
    for (int i = 0; i < snapshot.length; i++) {
      snapshot[i] = words.getVolatile(i);
    }
    return snapshot;
  }
}
