package org.sabring.spec.trace;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.event.Caller;
import org.sabring.spec.event.HistoryEvent;
import org.sabring.spec.law.RingSide;
import org.sabring.spec.scalar.Moment;

/**
 * The threads of a history, which sees to it that each makes one call at a time, and that a side
 * has either one thread, {@code P}, or numbered ones, {@code P1} and {@code P2}. So the first name
 * tells whether a second thread of that side can come later in the file.
 */
final class Callers {
  private static final Pattern NAME = Pattern.compile("[PC][0-9]{0,9}");
  private static final String NAMES =
      "\"P\" or \"C\", or where a side has several threads \"P1\", \"C2\" and so on";

  private final Map<String, Known> known = new HashMap<>();

  /** The thread of the current line. */
  private @Nullable Known current;

  /** A thread, and its last call; null before the first. */
  private static final class Known {
    final Caller caller;
    @Nullable HistoryEvent last;

    Known(Caller caller) {
      this.caller = caller;
    }
  }

  /** The thread that a line names. */
  Caller caller(JsonLine line) throws IOException {
    if (!line.has(Key.THREAD)) {
      throw line.unexpected(Key.THREAD, NAMES);
    }
    String name = line.text(Key.THREAD);
    Known before = known.get(name);
    current = before == null ? first(name, line) : before;
    return current.caller;
  }

  private Known first(String name, JsonLine line) throws IOException {
    if (!NAME.matcher(name).matches()) {
      throw line.unexpected(Key.THREAD, NAMES);
    }
    RingSide side = name.startsWith("P") ? RingSide.PRODUCER : RingSide.CONSUMER;
    Caller caller = name.length() == 1 ? Caller.only(side) : new Caller(side, name);
    for (Known other : known.values()) {
      if (other.caller.side() == side && (other.caller.isOnly() || caller.isOnly())) {
        String what = caller.isOnly() ? side.letter() + " and a number" : side.letter();
        throw line.unexpected(
            Key.THREAD,
            MalformedTrace.quoted(what)
                + ": an earlier line has "
                + MalformedTrace.quoted(other.caller.name())
                + ", and the only thread of a side has no number");
      }
    }
    Known now = new Known(caller);
    known.put(name, now);
    return now;
  }

  /** Throws if the thread of the line cannot make a call now. */
  void follow(Moment call, JsonLine line) throws IOException {
    Known thread = Objects.requireNonNull(current);
    HistoryEvent before = thread.last;
    if (before == null) {
      return;
    }
    String where = "line " + before.line();
    if (!before.hasReturn()) {
      throw line.error(
          "a call by " + thread.caller.name() + " after " + where + ", which never came back",
          "nothing more from that thread");
    }
    if (call.isBefore(before.returned())) {
      throw line.unexpected(
          Key.CALL,
          "at least "
              + before.returned()
              + ", the return of "
              + where
              + ": a thread makes one call at a time");
    }
  }

  /** Remembers the call of the line as the last one of its thread. */
  void called(HistoryEvent event) {
    Objects.requireNonNull(current).last = event;
  }
}
