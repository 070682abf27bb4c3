package org.sabring.spec.trace;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.AccessMode;
import org.sabring.spec.event.Place;
import org.sabring.spec.event.TraceAccess;
import org.sabring.spec.event.TraceThread;
import org.sabring.spec.event.WaitResult;
import org.sabring.spec.law.RingSide;

/** The parser of the lines of a trace of steps. */
final class StepParser {
  private static final Map<String, TraceThread> THREADS =
      Key.byLabel(TraceThread.values(), TraceThread::label);
  private static final Map<String, TraceAccess.Kind> ACCESSES =
      Key.byLabel(TraceAccess.Kind.values(), TraceAccess.Kind::label);
  private static final Map<String, Place> WORDS = Key.byLabel(Place.values(), Place::label);
  private static final Map<String, WaitResult> RESULTS =
      Key.byLabel(WaitResult.values(), WaitResult::label);
  private static final Map<String, AccessMode> MODES =
      Key.byLabel(
          new AccessMode[] {
            AccessMode.PLAIN,
            AccessMode.OPAQUE,
            AccessMode.ACQUIRE,
            AccessMode.RELEASE,
            AccessMode.VOLATILE
          },
          AccessMode::label);

  /** The largest value of a word: Int32 and Uint32 are the same 32 bits. */
  private static final long MAX_WORD = (1L << 32) - 1;

  private static final Map<String, RingSide> SIDES =
      Key.byLabel(RingSide.values(), RingSide::letter);

  private final int slots;

  StepParser(TraceHeader header) {
    slots = header.layout().capacity();
  }

  TraceAccess parse(JsonLine line) throws IOException {
    TraceThread thread =
        line.oneOf(Key.THREAD, THREADS, ": one producer, one consumer, and who sets up");
    TraceAccess.Kind kind = line.oneOf(Key.ACCESS, ACCESSES);
    boolean fence = kind == TraceAccess.Kind.FENCE;
    Place place = fence ? Place.OTHER : line.oneOf(Key.WORD, WORDS);
    boolean element =
        place == Place.DATA && (kind == TraceAccess.Kind.LOAD || kind == TraceAccess.Kind.STORE);
    return new TraceAccess(
        line.number(),
        thread,
        kind,
        place,
        index(place, line),
        kind != TraceAccess.Kind.ADD && line.has(Key.PART)
            ? (int) line.integer(Key.PART, 0, Integer.MAX_VALUE)
            : 0,
        element || fence ? 0 : value(kind, line),
        element ? line.scalar(Key.VALUE) : null,
        kind == TraceAccess.Kind.ADD && line.has(Key.BY) ? word(Key.BY, line) : 1,
        result(kind, line),
        line.has(Key.MODE) || fence ? line.oneOf(Key.MODE, MODES) : AccessMode.UNKNOWN);
  }

  /** The side of a line of a history. */
  static RingSide side(JsonLine line) throws IOException {
    return line.oneOf(Key.THREAD, SIDES, ": one producer and one consumer");
  }

  private static int value(TraceAccess.Kind kind, JsonLine line) throws IOException {
    return switch (kind) {
      case WAIT -> word(Key.EXPECTED, line);
      case NOTIFY ->
          line.has(Key.WOKEN)
              ? (int) line.integer(Key.WOKEN, 0, Integer.MAX_VALUE)
              : TraceAccess.NOT_KNOWN;
      default -> word(Key.VALUE, line);
    };
  }

  private static int word(Key key, JsonLine line) throws IOException {
    return (int) line.integer(key, Integer.MIN_VALUE, MAX_WORD);
  }

  private int index(Place place, JsonLine line) throws IOException {
    if (place == Place.DATA) {
      return (int) line.integer(Key.INDEX, 0, slots - 1);
    }
    if (line.has(Key.INDEX)) {
      throw line.unexpected(Key.INDEX, "no \"index\": only \"data\" has one");
    }
    return -1;
  }

  private static @Nullable WaitResult result(TraceAccess.Kind kind, JsonLine line)
      throws IOException {
    boolean woke = kind == TraceAccess.Kind.WAIT && line.has(Key.RESULT);
    return woke ? line.oneOf(Key.RESULT, RESULTS) : null;
  }
}
