package org.sabring.recorder;

import org.jspecify.annotations.Nullable;

/**
 * What the oracle says of a recording.
 *
 * @param answer whether the queue kept its promises in this run
 * @param rule the rule that is broken, such as {@code RB101}; null unless one is
 * @param text the answer with its reasons, in lines to be read; for a violation with the calls that
 *     led to it
 */
public record RecordingVerdict(Answer answer, @Nullable String rule, String text) {

  /** The three answers. */
  public enum Answer {
    /** A bounded FIFO can have given all these answers. */
    CONFORMS,
    /** No bounded FIFO can have. */
    VIOLATES,
    /** Nothing can be said; the text says why, and what would help. */
    UNKNOWN
  }

  static RecordingVerdict unknown(String why) {
    return new RecordingVerdict(Answer.UNKNOWN, null, Answer.UNKNOWN + ": " + why);
  }

  @Override
  public String toString() {
    return text;
  }
}
