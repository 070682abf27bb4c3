package org.sabring.properties.trial;

import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/** Puts a mistake between the ring and its memory. */
@FunctionalInterface
public interface Mutation {

  /** No mistake: the ring as shipped. */
  Mutation NONE = (memory, layout) -> memory;

  /** The memory to give to the ring. */
  SharedInts plant(SharedInts memory, RingLayout layout);
}
