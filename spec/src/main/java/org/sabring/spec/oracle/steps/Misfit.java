package org.sabring.spec.oracle.steps;

import org.sabring.spec.event.TraceAccess;

/**
 * The exception for a recording that cannot be judged: it is incomplete, or the program does not
 * follow the protocol it is held against. Says nothing against the ring.
 */
@SuppressWarnings("serial") // never leaves the oracle
public final class Misfit extends Exception {

  private final String why;

  /**
   * @param why what does not fit, and what would help
   */
  Misfit(TraceAccess access, String why) {
    super("line " + access.line() + ": " + access.text() + ": " + why, null, false, false);
    this.why = "line " + access.line() + ", " + access.text() + ": " + why;
  }

  /** What does not fit, and what would help. */
  public String why() {
    return why;
  }
}
