package org.sabring.spec.law;

/**
 * A profile: what a recording is held against. Two are protocols, step for step; the third is what
 * every ring of one producer and one consumer must keep.
 */
public enum Profile implements Labelled {
  /**
   * As in the seed document: both counters after the cursor, no closing, consumer waits uncounted.
   */
  SEED,
  /** The protocol of the ring in this repository. */
  REFERENCE,
  /**
   * Any ring with two cursors: its loads in any order and number, counters or none, waits or none.
   */
  ANY;

  /** Whether it says which step follows which. */
  public boolean isProtocol() {
    return this != ANY;
  }
}
