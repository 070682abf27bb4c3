package org.sabring.recorder;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A writer of the lines of one history, one after the other, in one buffer. For one thread.
 *
 * <p>Elements are written as JSON scalars: numbers and booleans as they are, text, characters and
 * the names of enum constants as text. Of any other object its class and a number are written,
 * which it gets when it is first written: {@code "Order#1"}; two objects are the same element if
 * they are the same object.
 */
final class HistoryLine {
  /** Of a longer text only the beginning is written, with its length and its hash. */
  private static final int LONGEST_TEXT = 1000;

  /** The objects that are no scalars; null if they cannot be told apart. */
  private final @Nullable Map<Object, Integer> numbers;

  private byte[] buffer = new byte[512];
  private int length;

  private HistoryLine(@Nullable Map<Object, Integer> numbers) {
    this.numbers = numbers;
  }

  /** A writer of all lines of a history. */
  static HistoryLine ofAll() {
    return new HistoryLine(new IdentityHashMap<>());
  }

  /** A writer of the lines of one thread, which does not know what others call its objects. */
  static HistoryLine ofOneThread() {
    return new HistoryLine(null);
  }

  byte[] buffer() {
    return buffer;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  /**
   * Adds the first line.
   *
   * @param run what the files of one recording have in common; null if this is all of it
   * @param thread the thread of all lines; null if they are of several
   */
  void header(HistoryHeader header, @Nullable String run, @Nullable String thread) {
    ascii("{\"format\":\"sabring-trace\",\"version\":1,\"kind\":\"history\",\"bound\":");
    integer(header.knownBound());
    ascii(",\"complete\":");
    ascii(Boolean.toString(header.complete()));
    if (run != null) {
      ascii(",\"run\":");
      text(run);
    }
    if (thread != null) {
      ascii(",\"thread\":");
      text(thread);
    }
    ascii(",\"source\":\"sabring-recorder\"}\n");
  }

  /**
   * Adds the line of a call.
   *
   * @param known up to when it is known what came back: what came back later has not
   */
  void call(String thread, RecordChunk chunk, int record, long known) {
    CallKind kind = chunk.kind(record);
    CallAnswer answer = chunk.answer(record);
    long returned = chunk.returned(record);
    boolean back = answer != CallAnswer.PENDING && returned <= known;
    ascii("{\"call\":");
    integer(chunk.call(record));
    ascii(",\"thread\":\"");
    ascii(thread);
    ascii("\",\"op\":\"");
    ascii(kind.label());
    ascii("\"");
    Object element = chunk.element(record);
    if (element instanceof DrainedElements batch) {
      batch(batch, back);
    } else if (element != null && (back || kind.isGiving())) {
      ascii(",\"value\":");
      element(element);
    }
    if (back) {
      ascii(text(answer));
      ascii(",\"return\":");
      integer(returned);
    }
    ascii("}\n");
  }

  private void batch(DrainedElements batch, boolean back) {
    ascii(",\"max\":");
    integer(batch.most());
    if (back) {
      String before = ",\"values\":[";
      for (Object element : batch.elements()) {
        ascii(before);
        element(element);
        before = ",";
      }
      ascii("]");
    }
  }

  private static String text(CallAnswer answer) {
    return switch (answer) {
      case STORED -> ",\"result\":true";
      case REFUSED -> ",\"result\":false";
      case EMPTY -> ",\"empty\":true";
      case END -> ",\"end\":true";
      case ELEMENT, DONE, PENDING -> "";
    };
  }

  private void element(Object element) {
    if (element instanceof Long || element instanceof Integer) {
      integer(((Number) element).longValue());
    } else if (element instanceof Short || element instanceof Byte) {
      integer(((Number) element).longValue());
    } else if (element instanceof Float value) {
      element((double) value);
    } else if (element instanceof Double value && !Double.isFinite(value)) {
      text(value.toString());
    } else if (element instanceof Number && isExact(element)) {
      ascii(element.toString());
    } else if (element instanceof Boolean) {
      ascii(element.toString());
    } else if (element instanceof CharSequence || element instanceof Character) {
      text(element.toString());
    } else if (element instanceof Enum<?> constant) {
      text(constant.name());
    } else {
      text(element.getClass().getSimpleName() + "#" + number(element));
    }
  }

  private int number(Object element) {
    if (numbers == null) {
      throw new IllegalStateException(
          "an element of "
              + element.getClass()
              + " in a file of one thread, expected a number, a text or a boolean: see shownAs");
    }
    return numbers.computeIfAbsent(element, first -> numbers.size() + 1);
  }

  /** Whether it is a number of the JDK's that cannot change, whose text is a number in JSON. */
  private static boolean isExact(Object number) {
    return number instanceof Double
        || number.getClass() == BigInteger.class
        || number.getClass() == BigDecimal.class;
  }

  private void text(String text) {
    String shown = text.length() <= LONGEST_TEXT ? text : shortened(text);
    ascii("\"");
    int from = 0;
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (c == '"' || c == '\\' || c < ' ') {
        bytes(shown.substring(from, i).getBytes(StandardCharsets.UTF_8));
        ascii(c < ' ' ? "\\u%04x".formatted((int) c) : "\\" + c);
        from = i + 1;
      }
    }
    bytes(shown.substring(from).getBytes(StandardCharsets.UTF_8));
    ascii("\"");
  }

  private static String shortened(String text) {
    return "%s… (%d characters, hash %08x)"
        .formatted(text.substring(0, LONGEST_TEXT), text.length(), text.hashCode());
  }

  private void integer(long value) {
    if (value < 0) {
      ascii(Long.toString(value));
      return;
    }
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    room(digits);
    length += digits;
    int at = length;
    long rest = value;
    for (int i = 0; i < digits; i++) {
      buffer[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  @SuppressWarnings("deprecation") // The high bytes are zero.
  private void ascii(String text) {
    room(text.length());
    text.getBytes(0, text.length(), buffer, length);
    length += text.length();
  }

  private void bytes(byte[] bytes) {
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  private void room(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length + more);
    }
  }

  /** Adds a line as it is, with its end. */
  void copy(byte[] text) {
    bytes(text);
    ascii("\n");
  }

  /** Writes what is in the buffer, and empties it. */
  void flush(OutputStream out) throws IOException {
    out.write(buffer, 0, length);
    clear();
  }
}
