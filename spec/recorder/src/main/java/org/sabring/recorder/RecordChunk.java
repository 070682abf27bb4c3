package org.sabring.recorder;

import org.jspecify.annotations.Nullable;

/**
 * An array of records of calls, in {@value #WORDS} longs each: when the call began; how long it
 * took, beside what was asked and answered; and the element. Of an element that is no integer and
 * no double there is a reference instead.
 *
 * <p>For the thread that fills it; for others, as far as {@link ThreadLog} says.
 */
final class RecordChunk {
  private static final int WORDS = 3;
  private static final int ANSWER_SHIFT = 4;
  private static final int TYPE_SHIFT = 7;
  private static final int TIME_SHIFT = 10;

  private static final int NO_VALUE = 0;
  private static final int INTEGER = 1;
  private static final int DOUBLE = 2;
  private static final int REFERENCE = 3;

  private final int size;
  private final long[] words;
  private @Nullable Object @Nullable [] references;

  RecordChunk(int size) {
    this.size = size;
    words = new long[size * WORDS];
  }

  int size() {
    return size;
  }

  /** Begins a record of a call that has no element, or none yet. */
  void begin(int record, CallKind kind) {
    words[record * WORDS + 1] = kind.code();
  }

  /** Begins a record of a call that hands over an element. */
  void begin(int record, CallKind kind, Object element) {
    int type = store(record, element);
    words[record * WORDS + 1] = kind.code() | (long) type << TYPE_SHIFT;
  }

  /** When the call began. */
  void called(int record, long time) {
    words[record * WORDS] = time;
  }

  /** When the call came back, with what answer. */
  void returned(int record, long time, CallAnswer answer) {
    int at = record * WORDS;
    words[at + 1] |= (long) answer.code() << ANSWER_SHIFT | (time - words[at]) << TIME_SHIFT;
  }

  /** When the call came back, and with which element. */
  void returned(int record, long time, CallAnswer answer, Object element) {
    words[record * WORDS + 1] |= (long) store(record, element) << TYPE_SHIFT;
    returned(record, time, answer);
  }

  private int store(int record, Object element) {
    int at = record * WORDS + 2;
    if (element instanceof Integer || element instanceof Long || element instanceof Short) {
      words[at] = ((Number) element).longValue();
      return INTEGER;
    }
    if (element instanceof Byte value) {
      words[at] = value;
      return INTEGER;
    }
    if (element instanceof Double || element instanceof Float) {
      words[at] = Double.doubleToRawLongBits(((Number) element).doubleValue());
      return DOUBLE;
    }
    if (references == null) {
      references = new @Nullable Object[size];
    }
    references[record] = element;
    return REFERENCE;
  }

  /** Copies a record, over the one that is there. */
  void copy(RecordChunk from, int record, int to) {
    System.arraycopy(from.words, record * WORDS, words, to * WORDS, WORDS);
    if (from.type(record) == REFERENCE && from.references != null) {
      if (references == null) {
        references = new @Nullable Object[size];
      }
      references[to] = from.references[record];
    }
  }

  long call(int record) {
    return words[record * WORDS];
  }

  long returned(int record) {
    return words[record * WORDS] + (words[record * WORDS + 1] >> TIME_SHIFT);
  }

  CallKind kind(int record) {
    return CallKind.of(words[record * WORDS + 1] & 15);
  }

  CallAnswer answer(int record) {
    return CallAnswer.of(words[record * WORDS + 1] >> ANSWER_SHIFT & 7);
  }

  private int type(int record) {
    return (int) (words[record * WORDS + 1] >> TYPE_SHIFT) & 7;
  }

  /** The element as a {@code Long}, a {@code Double} or what else it is; null if it has none. */
  @Nullable Object element(int record) {
    long bits = words[record * WORDS + 2];
    return switch (type(record)) {
      case NO_VALUE -> null;
      case INTEGER -> bits;
      case DOUBLE -> Double.longBitsToDouble(bits);
      default -> references == null ? null : references[record];
    };
  }
}
