package org.sabring.spec.check;

import java.util.Collection;

/**
 * The status of a check, a layer or a verdict: PASS, FAIL or UNKNOWN. What did not run, or ran out
 * of its bound, is UNKNOWN and never PASS.
 */
public enum Status {
  PASS,
  FAIL,
  UNKNOWN;

  /**
   * The status of all parts together: one FAIL makes all FAIL, else one UNKNOWN makes all UNKNOWN,
   * and nothing at all is UNKNOWN.
   */
  public static Status all(Collection<Status> parts) {
    if (parts.contains(FAIL)) {
      return FAIL;
    }
    return parts.isEmpty() || parts.contains(UNKNOWN) ? UNKNOWN : PASS;
  }

  /** The exit code that stands for this status. */
  public int exitCode() {
    return switch (this) {
      case PASS -> 0;
      case FAIL -> 1;
      case UNKNOWN -> 3;
    };
  }
}
