package org.sabring.spec.trace;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.scalar.Scalar;

/**
 * A reader of the lines that nearly all files consist of: one flat object, known keys, short ASCII
 * strings without escapes, numbers without exponents. It takes a third of the time that a JSON
 * parser takes. Of a line that is anything else it says so, whether it is right or wrong, and the
 * JSON parser reads it from the start: no error is found here.
 */
final class PlainLine {
  /** As many digits fit into a {@code long}. */
  private static final int DIGITS = 18;

  private static final int TABLE = 256;

  /** A hash table of the fields by the names of their keys. */
  private final @Nullable JsonField[] table = new @Nullable JsonField[TABLE];

  private final byte[][] names = new byte[TABLE][];
  private final JsonField[] fields;

  /** Strings of up to eight bytes that came before, by their bytes: most of them come again. */
  private final long[] packed = new long[TABLE];

  private final String[] strings = new String[TABLE];

  private final JsonField element = new JsonField();

  /** The fields that the line has set so far, if it is plain. */
  private final JsonField[] set;

  private int count;
  private byte[] line = {};
  private int at;
  private int end;

  PlainLine(Map<Key, JsonField> known) {
    fields = known.values().toArray(JsonField[]::new);
    set = new JsonField[fields.length];
    known.forEach(
        (key, field) -> {
          byte[] name = key.label().getBytes(StandardCharsets.US_ASCII);
          int free = slot(name, 0, name.length);
          while (table[free] != null) {
            free = (free + 1) % TABLE;
          }
          table[free] = field;
          names[free] = name;
        });
  }

  private void clear(JsonField[] some, int length) {
    for (int i = 0; i < length; i++) {
      some[i].clear();
    }
  }

  private static int slot(byte[] bytes, int from, int to) {
    return (31 * (to - from) + 7 * bytes[from] + 3 * bytes[to - 1]) & (TABLE - 1);
  }

  /** Reads a line into the fields; false if it is not that plain, and the fields hold nothing. */
  boolean read(byte[] buffer, int start, int length) {
    boolean plainBefore = count >= 0;
    clear(plainBefore ? set : fields, plainBefore ? count : fields.length);
    count = 0;
    line = buffer;
    at = start;
    end = start + length;
    if (!object()) {
      clear(fields, fields.length);
      count = -1; // whoever reads the line now may set any of them
      return false;
    }
    return true;
  }

  /** The next byte that is no blank; 0 at the end of the line. */
  private int peek() {
    while (at < end && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r')) {
      at++;
    }
    return at < end ? line[at] : 0;
  }

  private boolean skip(char expected) {
    if (peek() != expected) {
      return false;
    }
    at++;
    return true;
  }

  private boolean object() {
    if (!skip('{')) {
      return false;
    }
    do {
      JsonField field = skip('"') ? key() : null;
      if (field == null || field.token != null || !skip(':')) {
        return false;
      }
      set[count++] = field;
      boolean list = peek() == '[';
      if (list ? !array(field) : !value(field)) {
        return false;
      }
    } while (skip(','));
    return skip('}') && peek() == 0;
  }

  /** The field of a key, from behind its first quote to behind its last; null if it is unknown. */
  private @Nullable JsonField key() {
    int from = at;
    while (at < end && line[at] != '"') {
      at++;
    }
    int length = at - from;
    if (at == end || length == 0) {
      return null;
    }
    for (int i = slot(line, from, at); ; i = (i + 1) % TABLE) {
      JsonField field = table[i];
      byte[] name = names[i];
      if (field == null || (name.length == length && isAt(name, from))) {
        at++;
        return field;
      }
    }
  }

  private boolean isAt(byte[] name, int from) {
    for (int i = 0; i < name.length; i++) {
      if (line[from + i] != name[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean value(JsonField field) {
    return switch (peek()) {
      case '"' -> string(field);
      case 't' -> word("true", JsonToken.VALUE_TRUE, field);
      case 'f' -> word("false", JsonToken.VALUE_FALSE, field);
      case 'n' -> word("null", JsonToken.VALUE_NULL, field);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(field);
      default -> false;
    };
  }

  private boolean word(String word, JsonToken token, JsonField field) {
    for (int i = 0; i < word.length(); i++) {
      if (at == end || line[at++] != word.charAt(i)) {
        return false;
      }
    }
    field.token = token;
    return true; // what must follow, a comma or a bracket, ends the word
  }

  private boolean number(JsonField field) {
    int from = at;
    if (line[at] == '-') {
      at++;
    }
    int first = at;
    long number = digits();
    int count = at - first;
    boolean whole = at == end || line[at] != '.';
    if (count == 0 || count > DIGITS || (line[first] == '0' && (count > 1 || first > from))) {
      return false;
    }
    if (whole) {
      field.number = first > from ? -number : number;
      field.token = JsonToken.VALUE_NUMBER_INT;
    } else {
      int point = at++;
      digits();
      field.text = new String(line, from, at - from, StandardCharsets.US_ASCII);
      field.token = JsonToken.VALUE_NUMBER_FLOAT;
      whole = at > point + 1;
    }
    return whole;
  }

  /** The number that the digits make, modulo 2^64. */
  private long digits() {
    long number = 0;
    while (at < end && line[at] >= '0' && line[at] <= '9') {
      number = 10 * number + (line[at++] - '0');
    }
    return number;
  }

  private boolean string(JsonField field) {
    int from = ++at;
    long bytes = 0;
    while (at < end && line[at] != '"') {
      if (line[at] < ' ' || line[at] == '\\') { // also what is not ASCII
        return false;
      }
      bytes = bytes << Byte.SIZE | line[at++];
    }
    field.text = at - from <= Long.BYTES ? shared(bytes, from) : text(from);
    field.token = JsonToken.VALUE_STRING;
    return at++ < end;
  }

  private String text(int from) {
    return new String(line, from, at - from, StandardCharsets.US_ASCII);
  }

  private String shared(long bytes, int from) {
    int slot = (int) ((bytes * 0x9E3779B97F4A7C15L) >>> 56);
    if (packed[slot] != bytes || strings[slot] == null) {
      packed[slot] = bytes;
      strings[slot] = text(from);
    }
    return strings[slot];
  }

  private boolean array(JsonField field) {
    List<Scalar> elements = new ArrayList<>();
    at++;
    if (peek() != ']') {
      do {
        if (!value(element)) {
          return false;
        }
        elements.add(Objects.requireNonNull(element.scalar()));
      } while (skip(','));
    }
    field.list = elements;
    field.token = JsonToken.START_ARRAY;
    return skip(']');
  }
}
