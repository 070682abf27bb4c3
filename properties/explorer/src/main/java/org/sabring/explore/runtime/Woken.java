package org.sabring.explore.runtime;

/**
 * The outcome of a wait, and the answer that stands for it in the record of the side that waited.
 */
public enum Woken {
  OK(0),
  NOT_EQUAL(1),
  TIMED_OUT(2),
  INTERRUPTED(3);

  /** Above the bits that say how, an answer may say how deep the monitor was taken. */
  public static final int BITS = 2;

  private final int answer;

  Woken(int answer) {
    this.answer = answer;
  }

  /** As an answer. */
  public long answer() {
    return answer;
  }

  /** What an answer says. */
  public static Woken of(long answer) {
    return switch ((int) answer & (1 << BITS) - 1) {
      case 0 -> OK;
      case 1 -> NOT_EQUAL;
      case 2 -> TIMED_OUT;
      default -> INTERRUPTED;
    };
  }
}
