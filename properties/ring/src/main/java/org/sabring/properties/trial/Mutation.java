package org.sabring.properties.trial;

import java.io.Serializable;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** Puts a mistake between the ring and its memory. */
@FunctionalInterface
public interface Mutation extends Serializable {

  /** No mistake: the ring as shipped. */
  Mutation NONE = (memory, layout) -> memory;

  /** The memory to give to the ring. */
  SharedInts plant(SharedInts memory, RingLayout layout);

  /** How many words it needs behind those of the ring. */
  default int spareWords() {
    return 0;
  }

  /** The same mistake, with so many words of its own behind those of the ring. */
  static Mutation sparing(int words, Mutation mistake) {
    return new Sparing(words, mistake);
  }

  /** A mistake that has words of its own. */
  record Sparing(int spareWords, Mutation mistake) implements Mutation {
    @Override
    public SharedInts plant(SharedInts memory, RingLayout layout) {
      return mistake.plant(memory, layout);
    }
  }
}
