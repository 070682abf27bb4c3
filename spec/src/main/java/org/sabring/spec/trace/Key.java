package org.sabring.spec.trace;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.sabring.spec.law.Labelled;

/** A JSON key that means something in a trace file. Every other key is ignored. */
enum Key implements Labelled {
  FORMAT,
  VERSION,
  KIND,
  CAPACITY,
  BOUND,
  PROFILE,
  COMPLETE,
  SOURCE,
  CURSORS,
  FROM,
  RUN,
  OVERWRITES,
  THREAD,
  ACCESS,
  WORD,
  INDEX,
  PART,
  VALUE,
  BY,
  MODE,
  VALUES,
  STORED,
  TAKEN,
  MAX,
  N,
  EXPECTED,
  RESULT,
  WOKEN,
  OP,
  EMPTY,
  END,
  CALL,
  RETURN;

  static final Map<String, Key> BY_LABEL = byLabel(values(), Key::label);

  /** The constants of an enum by their labels, in the order in which an error lists them. */
  static <E> Map<String, E> byLabel(E[] values, Function<E, String> label) {
    Map<String, E> choices = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> choices.put(label.apply(value), value));
    return Collections.unmodifiableMap(choices);
  }
}
