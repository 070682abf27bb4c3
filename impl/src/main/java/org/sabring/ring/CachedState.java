package org.sabring.ring;

/** What a side of a {@link CachedCursorRing} knows: the fields that it changes as it goes. */
abstract class CachedState extends Padded {

  /** Its own cursor: the next slot to fill or to drain. What {@link #end} says goes first. */
  int own;

  /**
   * Where it has to look again: the other's cursor as it last loaded it, or nearer. The other has
   * not come less far, and may have gone further. At first and after the end of everything it is
   * where the side stands, so that every call looks.
   */
  int end;

  /** The other's word as it last loaded it, flag and all: what it waits with. */
  int seen;

  /**
   * Its counter, PRODUCED or CONSUMED, as it was when its cursor was last at slot 0, or would have
   * been: the counter is this and the cursor, and takes no store of its own in here.
   */
  int countedAtZero;

  /** The element last taken, and whether there is one. The consumer's. */
  int element;

  boolean hasElement;
}
