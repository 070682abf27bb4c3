package org.sabring.spec.oracle.shapes;

/** What a ring does in its own way. */
enum Trait {
  /** Each side loads its own cursor on every call, before the other's. */
  OWN_FIRST,
  /** Each side loads its own cursor on every call, after the other's. */
  OWN_LAST,
  /** The other's cursor is loaded again only when the ring seems full, or empty. */
  CACHED,
  /** The producer writes two slots and publishes them at once. */
  PUTS_TWO,
  /** The consumer reads two slots and frees them at once, and waits for as many. */
  TAKES_TWO,
  /** Reserved slots are worked on from the last to the first. */
  ANY_ORDER,
  /** The slot behind the cursor is written before the ring is known to have room. */
  WRITES_FIRST,
  /** The consumer reads the next element, and takes it in a later call. */
  PEEKS,
  /** The consumer loads a slot twice. */
  READS_TWICE,
  /** The consumer stores zero into a slot that it has read, before it frees it. */
  ZEROES,
  /** The producer loads what it wrote. */
  READS_BACK,
  /** Elements are of two words. */
  TWO_PARTS,
  /** Produced and consumed are counted before the cursor moves. */
  COUNTS_BEFORE,
  /** Produced and consumed are counted after the cursor has moved. */
  COUNTS_AFTER,
  /** Counters are stored and not added to. */
  COUNTS_BY_STORE,
  /** The other side goes by the counters and not by the cursors. */
  GOES_BY_COUNTERS,
  /** Who finds nothing to do waits on the other's cursor. */
  WAITS,
  /** Who finds nothing to do waits on the other's counter. */
  WAITS_ON_COUNTER,
  /** It counts its waits. */
  COUNTS_WAITS,
  /** Waits may time out. */
  TIMED,
  /** A side notifies only when a flag says that the other may sleep. */
  ASKS_FLAG,
  /** The flag is a word of the ring, the number of waits. */
  ASKS_WAITS,
  /** A side notifies after two moves of its cursor, or before it waits itself. */
  NOTIFIES_LATE,
  /** A wait that found the cursor changed is as good as a load of the next value. */
  TRUSTS_WAITS,
  /** The producer closes by bit 30 of its cursor. */
  CLOSES,
  /** The consumer cancels by bit 30 of its cursor. */
  CANCELS,
  /** All is done under a lock that is no word of the ring. */
  LOCKS,
  /** Slots are accessed as strongly as the cursors. */
  STRONG_DATA
}
