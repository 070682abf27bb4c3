package org.sabring.spec.trace;

import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.CursorKind;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.Profile;

/**
 * The header of a trace file: its first line.
 *
 * <p>In the file, {@code format}, {@code version} and {@code kind} are required, and so is {@code
 * capacity}, or for a history either {@code capacity} or {@code bound}.
 *
 * @param kind what the lines after it are
 * @param bound how many elements can be stored, at least 1
 * @param profile what the recording is held against; {@code any} when the file does not say.
 *     Nothing in a history depends on it
 * @param complete whether the recording covers the whole run, so that a side left asleep is a
 *     finding; false when the file does not say
 * @param source free text; empty when the file does not say
 * @param ring what else is known of the ring that was recorded
 * @param part which part of a recording the file holds
 */
public record TraceHeader(
    TraceKind kind,
    int bound,
    Profile profile,
    boolean complete,
    String source,
    Ring ring,
    Part part) {

  /**
   * Which part of a recording a file holds.
   *
   * @param run what the files of one recording have in common; empty if it is the only one
   * @param thread whose lines it holds; empty if those of all
   */
  public record Part(String run, String thread) {
    static final Part ALL = new Part("", "");
  }

  /** The header of a file that holds all of a recording. */
  public TraceHeader(
      TraceKind kind, int bound, Profile profile, boolean complete, String source, Ring ring) {
    this(kind, bound, profile, complete, source, ring, Part.ALL);
  }

  /**
   * What is known of a recorded ring beside how much it holds.
   *
   * @param capacity number of slots; 0 for a queue that has none
   * @param cursors how its cursors go on at the end; null when the file does not say
   * @param fromMiddle whether nothing is known of the memory before the recording
   * @param overwrites in a history, whether a put into a full queue drops the oldest element
   */
  public record Ring(
      int capacity, @Nullable CursorKind cursors, boolean fromMiddle, boolean overwrites) {}

  /** The header of a queue that may drop its oldest element. */
  public TraceHeader(
      TraceKind kind,
      int bound,
      Profile profile,
      boolean complete,
      String source,
      boolean overwrites) {
    this(kind, bound, profile, complete, source, new Ring(bound + 1, null, false, overwrites));
  }

  public TraceHeader {
    if (bound < 1) {
      throw new IllegalArgumentException("bound=" + bound + ", expected at least 1");
    }
  }

  /** The header of a ring with one empty slot, recorded from the start. */
  public TraceHeader(TraceKind kind, int bound, Profile profile, boolean complete, String source) {
    this(kind, bound, profile, complete, source, new Ring(bound + 1, null, false, false));
  }

  /** In a history, whether a put into a full queue drops the oldest element. */
  public boolean overwrites() {
    return ring.overwrites();
  }

  /** The same header under another profile. */
  public TraceHeader withProfile(Profile other) {
    return new TraceHeader(kind, bound, other, complete, source, ring, part);
  }

  /** The same header of a recording that covers the whole run, or does not. */
  public TraceHeader withComplete(boolean whole) {
    return new TraceHeader(kind, bound, profile, whole, source, ring, part);
  }

  /** Whether the files can be of one recording. */
  boolean describesSameRingAs(TraceHeader other) {
    return kind == other.kind
        && bound == other.bound
        && profile == other.profile
        && ring.equals(other.ring);
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
    return new MemoryLayout(ring.capacity());
  }
}
