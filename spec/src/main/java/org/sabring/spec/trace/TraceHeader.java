package org.sabring.spec.trace;

import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.Profile;

/**
 * The header of a trace file: its first line.
 *
 * <p>In the file, {@code format}, {@code version} and {@code kind} are required, and so is {@code
 * capacity}, or for a history either {@code capacity} or {@code bound}.
 *
 * @param kind what the lines after it are
 * @param bound how many elements can be stored, at least 1; a ring of {@code capacity} slots has
 *     the bound {@code capacity - 1}
 * @param profile the variant of the protocol; {@code reference} when the file does not say. Nothing
 *     in a history depends on it
 * @param complete whether the recording covers the whole run, so that a side left asleep is a
 *     finding; false when the file does not say
 * @param source free text; empty when the file does not say
 */
public record TraceHeader(
    TraceKind kind, int bound, Profile profile, boolean complete, String source) {

  public TraceHeader {
    if (bound < 1) {
      throw new IllegalArgumentException("bound=" + bound + ", expected at least 1");
    }
  }

  /** The same header under another profile. */
  public TraceHeader withProfile(Profile other) {
    return new TraceHeader(kind, bound, other, complete, source);
  }

  /**
   * The memory layout of the ring that was recorded.
   *
   * @throws IllegalStateException for a history, which may be of a queue that is no ring
   */
  public MemoryLayout layout() {
    if (kind != TraceKind.STEPS) {
      throw new IllegalStateException("kind=" + kind.label() + ", expected steps");
    }
    return new MemoryLayout(bound + 1);
  }
}
