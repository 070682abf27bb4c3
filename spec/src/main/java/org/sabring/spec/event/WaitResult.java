package org.sabring.spec.event;

import org.sabring.spec.law.Labelled;

/** The result of a wait. */
public enum WaitResult implements Labelled {
  /** It was woken. */
  OK,
  /** The word did not hold the expected value, so it did not sleep. */
  NOT_EQUAL,
  /** Nobody woke it in time. */
  TIMED_OUT
}
