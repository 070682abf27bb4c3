package org.sabring.explore.runtime;

import java.io.ObjectStreamField;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.Permission;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A classification of objects that are immutable values, whoever made them. */
final class Constants {

  private Constants() {}

  static boolean isConstant(Object object) {
    return object instanceof String
        || isBoxed(object)
        || object instanceof Class
        || object instanceof BigInteger
        || object instanceof BigDecimal
        || object instanceof UUID
        || object.getClass().getPackageName().equals("java.time")
        || isConstantCollection(object);
  }

  /** A number, a character or a truth value in its wrapper. */
  static boolean isBoxed(Object object) {
    return object instanceof Boolean
        || object instanceof Character
        || (object instanceof Number && object.getClass().getPackageName().equals("java.lang"));
  }

  /** What {@code List.of} and the like make of values is a value. */
  private static boolean isConstantCollection(Object object) {
    if (object instanceof Optional<?> one) {
      return one.isEmpty() || isValue(one.get());
    }
    if (!isImmutableCollection(object)) {
      return false;
    }
    return object instanceof Map<?, ?> map
        ? map.entrySet().stream().allMatch(e -> isValue(e.getKey()) && isValue(e.getValue()))
        : ((Collection<?>) object).stream().allMatch(Constants::isValue);
  }

  /** Their iterators are in the same class, and change. */
  private static boolean isImmutableCollection(Object object) {
    return object.getClass().getName().startsWith("java.util.ImmutableCollections$")
        && (object instanceof Collection || object instanceof Map);
  }

  private static boolean isValue(Object element) {
    return element instanceof Enum || isConstant(element);
  }

  /** Whether the JDK makes it once and for all, of what is there before the sides begin. */
  static boolean isUnchanging(Object object) {
    String name = object.getClass().getName();
    return isImmutableCollection(object)
        || name.startsWith("java.lang.invoke.")
        || name.startsWith("java.security.")
        || object instanceof Pattern
        || object instanceof Permission
        || object instanceof ObjectStreamField
        || object instanceof Optional;
  }

  /** Whether the JVM has but one object of the value, a text or a number. */
  static boolean isTheOnlyOne(Object value) {
    if (value instanceof String text) {
      return text.intern() == value;
    }
    boolean isWhole =
        value instanceof Integer
            || value instanceof Long
            || value instanceof Short
            || value instanceof Byte;
    return isWhole && ((Number) value).longValue() == ((Number) value).byteValue();
  }
}
