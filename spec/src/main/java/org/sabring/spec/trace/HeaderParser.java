package org.sabring.spec.trace;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.CursorKind;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.Profile;

/** The parser of a trace file's first line. */
final class HeaderParser {
  private static final Map<String, String> FORMAT = Map.of("sabring-trace", "");
  private static final Map<String, String> OLDEST = Map.of("oldest", "");
  private static final Map<String, TraceKind> KINDS =
      Key.byLabel(TraceKind.values(), TraceKind::label);
  private static final Map<String, Profile> PROFILES = profiles();
  private static final Map<String, CursorKind> CURSORS =
      Key.byLabel(CursorKind.values(), CursorKind::label);
  private static final Map<String, Boolean> FROM = from();

  private HeaderParser() {}

  /** {@code bare} is what an earlier format called it, of a ring that never sleeps. */
  private static Map<String, Profile> profiles() {
    Map<String, Profile> profiles = new LinkedHashMap<>();
    profiles.putAll(Key.byLabel(Profile.values(), Profile::label));
    profiles.put("bare", Profile.ANY);
    return profiles;
  }

  private static Map<String, Boolean> from() {
    Map<String, Boolean> from = new LinkedHashMap<>();
    from.put("start", false);
    from.put("middle", true);
    return from;
  }

  static TraceHeader parse(JsonLine line) throws IOException {
    line.oneOf(Key.FORMAT, FORMAT);
    line.integer(Key.VERSION, 1, 1);
    TraceKind kind = line.oneOf(Key.KIND, KINDS);
    int capacity = capacity(kind, line);
    CursorKind cursors = line.has(Key.CURSORS) ? line.oneOf(Key.CURSORS, CURSORS) : null;
    return new TraceHeader(
        kind,
        bound(kind, capacity, cursors, line),
        line.has(Key.PROFILE) ? line.oneOf(Key.PROFILE, PROFILES) : Profile.ANY,
        line.flagOrFalse(Key.COMPLETE),
        line.has(Key.SOURCE) ? line.text(Key.SOURCE) : "",
        new TraceHeader.Ring(
            capacity,
            cursors,
            line.has(Key.FROM) && line.oneOf(Key.FROM, FROM),
            overwrites(kind, line)),
        new TraceHeader.Part(
            line.has(Key.RUN) ? line.text(Key.RUN) : "",
            line.has(Key.THREAD) ? line.text(Key.THREAD) : ""));
  }

  /** Whether a put into a full queue drops the oldest element. */
  private static boolean overwrites(TraceKind kind, JsonLine line) throws IOException {
    if (!line.has(Key.OVERWRITES)) {
      return false;
    }
    if (kind == TraceKind.STEPS) {
      throw line.unexpected(Key.OVERWRITES, "no \"overwrites\": only a history has one");
    }
    line.oneOf(Key.OVERWRITES, OLDEST);
    return true;
  }

  /** The number of slots; 0 for a history that gives a bound instead. */
  private static int capacity(TraceKind kind, JsonLine line) throws IOException {
    if (kind == TraceKind.HISTORY && line.has(Key.BOUND)) {
      if (line.has(Key.CAPACITY)) {
        throw line.error("\"capacity\" and \"bound\"", "one of the two");
      }
      return 0;
    }
    if (kind == TraceKind.HISTORY && !line.has(Key.CAPACITY)) {
      throw line.error("neither \"capacity\" nor \"bound\"", "one of the two");
    }
    return (int) line.integer(Key.CAPACITY, MemoryLayout.MIN_CAPACITY, MemoryLayout.MAX_CAPACITY);
  }

  private static int bound(
      TraceKind kind, int capacity, @Nullable CursorKind cursors, JsonLine line)
      throws IOException {
    boolean all = cursors != null && cursors != CursorKind.WRAPPED;
    int most = kind == TraceKind.HISTORY ? Integer.MAX_VALUE : capacity;
    return line.has(Key.BOUND)
        ? (int) line.integer(Key.BOUND, 1, most)
        : all ? capacity : capacity - 1;
  }
}
