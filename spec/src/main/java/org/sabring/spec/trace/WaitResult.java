package org.sabring.spec.trace;

/** The result of a wait. */
public enum WaitResult {
  /** It was woken. */
  OK("ok"),
  /** The word did not hold the expected value, so it did not sleep. */
  NOT_EQUAL("not-equal"),
  /** Nobody woke it in time. */
  TIMED_OUT("timed-out");

  private final String label;

  WaitResult(String label) {
    this.label = label;
  }

  /** The name of this answer in traces. */
  public String label() {
    return label;
  }
}
