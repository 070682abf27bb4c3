package org.sabring.spec.trace;

import java.io.IOException;
import java.util.Map;
import org.sabring.spec.law.MemoryLayout;
import org.sabring.spec.law.Profile;

/** The parser of a trace file's first line. */
final class HeaderParser {
  private static final Map<String, String> FORMAT = Map.of("sabring-trace", "");
  private static final Map<String, TraceKind> KINDS =
      Key.byLabel(TraceKind.values(), TraceKind::label);
  private static final Map<String, Profile> PROFILES =
      Key.byLabel(Profile.values(), Profile::label);

  private HeaderParser() {}

  static TraceHeader parse(JsonLine line) throws IOException {
    line.oneOf(Key.FORMAT, FORMAT);
    line.integer(Key.VERSION, 1, 1);
    TraceKind kind = line.oneOf(Key.KIND, KINDS);
    return new TraceHeader(
        kind,
        bound(kind, line),
        line.has(Key.PROFILE) ? line.oneOf(Key.PROFILE, PROFILES) : Profile.REFERENCE,
        line.flagOrFalse(Key.COMPLETE),
        line.has(Key.SOURCE) ? line.text(Key.SOURCE) : "");
  }

  private static int bound(TraceKind kind, JsonLine line) throws IOException {
    if (!line.has(Key.BOUND)) {
      return (int) line.integer(Key.CAPACITY, MemoryLayout.MIN_CAPACITY, MemoryLayout.MAX_CAPACITY)
          - 1;
    }
    if (line.has(Key.CAPACITY)) {
      throw line.error("\"capacity\" and \"bound\"", "one of the two");
    }
    if (kind == TraceKind.STEPS) {
      throw line.unexpected(Key.CAPACITY, "the number of slots: a trace of steps has no \"bound\"");
    }
    return (int) line.integer(Key.BOUND, 1, Integer.MAX_VALUE);
  }
}
