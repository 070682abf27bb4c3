package org.sabring.properties.trial;

import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.ring.RingProgram.Start;
import org.sabring.properties.sample.MemoryKind;
import org.sabring.ring.RingLayout;

/**
 * An empty ring in real memory, from which it is attached to.
 *
 * @param words the memory
 * @param layout where the ring's words lie
 * @param start what they were when it began
 */
record RealRing(SharedInts words, RingLayout layout, Start start) {

  /** A new memory with such a ring in it. */
  static RealRing of(MemoryKind memory, boolean padded, int capacity, Start start) {
    RingLayout layout = padded ? RingLayout.padded(capacity) : RingLayout.compact(capacity);
    int[] begin = start.words(layout);
    SharedInts words = memory.of(begin.length);
    for (int word = 0; word < begin.length; word++) {
      words.setVolatile(word, begin[word]);
    }
    return new RealRing(words, layout, start);
  }

  /** By how much a counter has grown, modulo 2^32. */
  int grown(int counter) {
    return words.getVolatile(counter) - start.counted();
  }
}
