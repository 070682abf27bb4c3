package org.sabring.explore.runtime;

/** What a location holds: how a value of the program is written as a number, and back. */
enum Kind {
  BOOLEAN(8),
  BYTE(8),
  CHAR(-16),
  SHORT(16),
  INT(32),
  LONG(64),
  FLOAT(32),
  DOUBLE(64),
  REFERENCE(64);

  /** As {@link org.sabring.explore.memory.Update} counts them. */
  final int bits;

  Kind(int bits) {
    this.bits = bits;
  }

  static Kind of(Class<?> type) {
    return type == int.class
        ? INT
        : type == long.class
            ? LONG
            : type == boolean.class
                ? BOOLEAN
                : type == byte.class
                    ? BYTE
                    : type == char.class
                        ? CHAR
                        : type == short.class
                            ? SHORT
                            : type == float.class
                                ? FLOAT
                                : type == double.class ? DOUBLE : REFERENCE;
  }

  /** A primitive value as a number. */
  long number(Object value) {
    return switch (this) {
      case BOOLEAN -> value instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) value).longValue();
      case CHAR -> value instanceof Character c ? c : ((Number) value).longValue();
      case FLOAT -> Float.floatToRawIntBits(((Number) value).floatValue());
      case DOUBLE -> Double.doubleToRawLongBits(((Number) value).doubleValue());
      case BYTE, SHORT, INT, LONG ->
          value instanceof Character c ? c : ((Number) value).longValue();
      case REFERENCE -> throw new IllegalArgumentException("value=" + value);
    };
  }

  /** What a number stands for. */
  Object value(long number) {
    return switch (this) {
      case BOOLEAN -> number != 0;
      case BYTE -> (byte) number;
      case CHAR -> (char) number;
      case SHORT -> (short) number;
      case INT -> (int) number;
      case LONG -> number;
      case FLOAT -> Float.intBitsToFloat((int) number);
      case DOUBLE -> Double.longBitsToDouble(number);
      case REFERENCE -> throw new IllegalArgumentException("number=" + number);
    };
  }
}
