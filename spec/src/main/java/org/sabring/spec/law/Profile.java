package org.sabring.spec.law;

/** A profile: a variant of the protocol. */
public enum Profile implements Labelled {
  /**
   * As in the seed document: both counters after the cursor, no closing, consumer waits uncounted.
   */
  SEED,
  /** The profile of the ring in this repository. */
  REFERENCE,
  /** Cursors and slots only: no counters, nobody sleeps. */
  BARE
}
