package org.sabring.spec.law;

/** A profile: a variant of the protocol. */
public enum Profile {
  /**
   * As in the seed document: both counters after the cursor, no closing, consumer waits uncounted.
   */
  SEED,
  /** The profile of the ring in this repository. */
  REFERENCE,
  /** Cursors and slots only: no counters, nobody sleeps. */
  BARE;

  /** The name of this profile in traces and on the command line. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
