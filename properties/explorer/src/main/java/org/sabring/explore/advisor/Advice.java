package org.sabring.explore.advisor;

import org.jspecify.annotations.Nullable;
import org.sabring.explore.Finding;
import org.sabring.explore.memory.MemoryModel;

/**
 * The advice on one site on one memory.
 *
 * @param need whether its strength is needed
 * @param other the weakest strength that would do, or the one that would mend it; empty if none
 * @param why what breaks with less, or is broken as it is
 */
public record Advice(
    Site site, MemoryModel memory, Need need, String other, @Nullable Finding why) {

  /** Whether the strength of a site is needed. */
  public enum Need {
    /** With less the promise is broken. */
    NEEDED,
    /** With less it is kept. */
    COULD_BE_WEAKER,
    /** It is broken as it is written, and kept with more here. */
    TOO_WEAK,
    /** It is broken as it is written, and no more here alone mends it. */
    NOT_TO_BLAME,
    /** There are too many states. */
    UNKNOWN
  }

  /** As {@code needed}, or {@code opaque would do}. */
  @Override
  public String toString() {
    return switch (need) {
      case NEEDED -> "needed";
      case COULD_BE_WEAKER -> other + " would do";
      case TOO_WEAK -> "too weak: " + other + " would mend it";
      case NOT_TO_BLAME -> "broken as it is, and not mended here";
      case UNKNOWN -> "unknown: too many states";
    };
  }
}
