package org.sabring.explore.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A type of location: how a value of the program is encoded as a number, and back. */
public enum ValueKind {
  BOOLEAN(boolean.class, 8),
  BYTE(byte.class, 8),
  CHAR(char.class, -16),
  SHORT(short.class, 16),
  INT(int.class, 32),
  LONG(long.class, 64),
  FLOAT(float.class, 32),
  DOUBLE(double.class, 64),
  REFERENCE(Object.class, 64);

  private static final Map<Class<?>, ValueKind> BY_TYPE =
      Arrays.stream(values()).collect(Collectors.toMap(kind -> kind.type, Function.identity()));

  private final Class<?> type;
  private final int bits;

  ValueKind(Class<?> type, int bits) {
    this.type = type;
    this.bits = bits;
  }

  public static ValueKind of(Class<?> type) {
    return BY_TYPE.getOrDefault(type, REFERENCE);
  }

  /** Of the elements of an array. */
  public static ValueKind ofElements(Object array) {
    return of(array.getClass().getComponentType());
  }

  /** As Unsafe names it: {@code Int}, {@code OBJECT}. */
  public static ValueKind named(String name) {
    return name.equalsIgnoreCase("Object") ? REFERENCE : valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** As {@link org.sabring.explore.memory.Update} counts them. */
  public int bits() {
    return bits;
  }

  /** How far elements of arrays are apart, for Unsafe. */
  public int bytes() {
    return this == REFERENCE ? 4 : Math.abs(bits) / 8;
  }

  /** A primitive value as a number. */
  public long number(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    Number number = value instanceof Character c ? (Integer) (int) c : (Number) value;
    return switch (this) {
      case FLOAT -> Float.floatToRawIntBits(number.floatValue());
      case DOUBLE -> Double.doubleToRawLongBits(number.doubleValue());
      case REFERENCE -> throw new IllegalArgumentException("value=" + value);
      default -> number.longValue();
    };
  }

  /** What a number stands for. */
  public Object value(long number) {
    return switch (this) {
      case BOOLEAN -> (number & 1) != 0;
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
