package org.sabring.spec.trace;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.AccessKind;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.law.Word;

/** The parser of the lines of a trace of steps. */
final class StepParser {
  private static final Map<String, RingSide> SIDES =
      Key.byLabel(RingSide.values(), RingSide::letter);
  private static final Map<String, AccessKind> ACCESSES =
      Key.byLabel(AccessKind.values(), AccessKind::label);
  private static final Map<String, Word> WORDS = Key.byLabel(Word.values(), Word::label);
  private static final Map<String, WaitResult> RESULTS =
      Key.byLabel(WaitResult.values(), WaitResult::label);

  private final int slots;

  StepParser(TraceHeader header) {
    slots = header.layout().capacity();
  }

  StepEvent parse(JsonLine line) throws IOException {
    RingSide side = side(line);
    AccessKind access = line.oneOf(Key.ACCESS, ACCESSES);
    Word word = line.oneOf(Key.WORD, WORDS);
    int index = index(word, line);
    int value =
        switch (access) {
          case LOAD, STORE, ADD -> line.int32(Key.VALUE);
          case WAIT -> line.int32(Key.EXPECTED);
          case NOTIFY -> (int) line.integer(Key.WOKEN, 0, Integer.MAX_VALUE);
        };
    return new StepEvent(line.number(), side, access, word, index, value, result(access, line));
  }

  /** The side of a line, in either kind of file. */
  static RingSide side(JsonLine line) throws IOException {
    return line.oneOf(Key.THREAD, SIDES, ": one producer and one consumer");
  }

  private int index(Word word, JsonLine line) throws IOException {
    if (word == Word.DATA) {
      return (int) line.integer(Key.INDEX, 0, slots - 1);
    }
    if (line.has(Key.INDEX)) {
      throw line.unexpected(Key.INDEX, "no \"index\": only \"data\" has one");
    }
    return -1;
  }

  private static @Nullable WaitResult result(AccessKind access, JsonLine line) throws IOException {
    boolean woke = access == AccessKind.WAIT && line.has(Key.RESULT);
    return woke ? line.oneOf(Key.RESULT, RESULTS) : null;
  }
}
