package org.sabring.spec.event;

import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.Labelled;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Word;
import org.sabring.spec.scalar.Scalar;

/**
 * An access that a thread of any program made, one line of a trace of steps.
 *
 * @param line its line in the file, from 1
 * @param thread who made it
 * @param kind what it does
 * @param place to which word
 * @param index the slot, for the data; else -1
 * @param part which word of a slot that has several, from 0
 * @param value what was loaded or stored, what was there before something was added, what a wait
 *     expected, how many a notification woke; 0 for data
 * @param element what was loaded from a slot or stored there; null for every other word
 * @param by how much was added
 * @param result what a wait answered; null if it never woke, and for every other access
 * @param mode its memory order
 */
public record TraceAccess(
    long line,
    TraceThread thread,
    Kind kind,
    Place place,
    int index,
    int part,
    int value,
    @Nullable Scalar element,
    int by,
    @Nullable WaitResult result,
    AccessMode mode) {

  /** How many a notification woke, where the recording does not say. */
  public static final int NOT_KNOWN = -1;

  /** The kind of an access. */
  public enum Kind implements Labelled {
    LOAD,
    STORE,
    ADD,
    WAIT,
    NOTIFY,
    FENCE
  }

  /** An access of a protocol's step. */
  public static TraceAccess of(StepEvent step) {
    boolean data = step.word() == Word.DATA;
    return new TraceAccess(
        step.line(),
        step.side() == RingSide.PRODUCER ? TraceThread.P : TraceThread.C,
        Kind.valueOf(step.access().name()),
        Place.of(step.word()),
        step.index(),
        0,
        data ? 0 : step.value(),
        data ? Scalar.of(step.value()) : null,
        1,
        step.result(),
        AccessMode.UNKNOWN);
  }

  /**
   * The same as the step of a protocol, which knows no part, mode or other word; null if it is none
   * of its accesses.
   */
  public @Nullable StepEvent step() {
    RingSide side = thread.side();
    Word word = place.word();
    if (side == null || word == null || kind == Kind.FENCE || by != 1 || part != 0) {
      return null;
    }
    int plain = element == null ? value : shortened(element);
    return new StepEvent(line, side, AccessKind.valueOf(kind.name()), word, index, plain, result);
  }

  /** A protocol says nothing of elements: any will do. */
  private static int shortened(Scalar element) {
    return element.isLong() ? (int) element.longValue() : element.hashCode();
  }

  /** The access for people: {@code P store write 3}, {@code C wait write expected 3: ok}. */
  public String text() {
    return thread.label() + " " + action();
  }

  /** The access without its thread, for a column that shows it: {@code store write 3}. */
  public String action() {
    String at = place == Place.DATA ? "data[" + index + "]" + (part == 0 ? "" : "." + part) : "";
    String where = at.isEmpty() ? place.label() : at;
    String how =
        mode == AccessMode.UNKNOWN || mode == AccessMode.VOLATILE ? "" : " " + mode.label();
    return switch (kind) {
      case LOAD, STORE -> kind.label() + " " + where + " " + shown() + how;
      case ADD -> "add " + by + " to " + where + " at " + shown() + how;
      case WAIT ->
          "wait "
              + where
              + " expected "
              + shown()
              + ": "
              + (result == null ? "never woke" : result.label());
      case NOTIFY -> "notify " + where + (value == NOT_KNOWN ? "" : ": woke " + value);
      case FENCE -> "fence" + how;
    };
  }

  /** A cursor with its flag as {@code 3!}; what cannot be a cursor stays the number it is. */
  private String shown() {
    if (element != null) {
      return element.toString();
    }
    boolean cursor = (place == Place.WRITE || place == Place.READ) && value >= 0;
    return cursor ? MemoryLayout.show(value) : Integer.toString(value);
  }
}
