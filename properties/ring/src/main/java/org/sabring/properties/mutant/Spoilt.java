package org.sabring.properties.mutant;

import org.sabring.memory.ForwardingInts;
import org.sabring.memory.SharedInts;
import org.sabring.ring.RingLayout;

/**
 * A memory that spoils what a ring does to it. Behind the ring's own words it may have spare ones,
 * for mistakes that need a word of their own; the ring does not see them.
 *
 * <p>A field belongs to one side: its thread alone uses it.
 */
abstract class Spoilt extends ForwardingInts {

  /** Where the ring's words lie. */
  final RingLayout layout;

  Spoilt(SharedInts memory, RingLayout layout) {
    super(memory);
    this.layout = layout;
  }

  @Override
  public int length() {
    return layout.length();
  }

  /** The first word behind the ring. */
  int spare() {
    return layout.length();
  }

  /** Whether the ring is full for a producer that finds this in READ. */
  boolean isFull(int readWord) {
    return layout.next(ownWrite()) == readWord;
  }

  /** Whether the ring is empty for a consumer that finds this in WRITE, flag or none. */
  boolean isEmpty(int writeWord) {
    return RingLayout.cursor(writeWord) == ownRead();
  }

  /** The producer's own cursor. */
  int ownWrite() {
    return super.getPlain(layout.write());
  }

  /** The consumer's own cursor. */
  int ownRead() {
    return super.getPlain(layout.read());
  }
}
