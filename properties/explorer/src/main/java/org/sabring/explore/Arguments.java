package org.sabring.explore;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments that people write, as the values that parameters ask for. */
final class Arguments {

  private Arguments() {}

  /** Whether there is a value of each type. */
  static boolean canFit(Class<?>[] types, List<Object> arguments) {
    boolean fits = types.length == arguments.size();
    for (int i = 0; fits && i < types.length; i++) {
      fits = fit(types[i], arguments.get(i)) != null;
    }
    return fits;
  }

  static Object[] fit(Class<?>[] types, List<Object> arguments) {
    Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] = fit(types[i], arguments.get(i));
    }
    return values;
  }

  private static @Nullable Object fit(Class<?> type, Object argument) {
    if (argument instanceof Number number) {
      return type == int.class || type == Integer.class
          ? (Object) number.intValue()
          : type == long.class || type == Long.class
              ? (Object) number.longValue()
              : type == short.class
                  ? (Object) number.shortValue()
                  : type == byte.class
                      ? (Object) number.byteValue()
                      : type == double.class || type == Double.class
                          ? (Object) number.doubleValue()
                          : type == float.class
                              ? (Object) number.floatValue()
                              : type.isInstance(argument) ? argument : null;
    }
    if (argument instanceof Boolean) {
      return type == boolean.class || type.isInstance(argument) ? argument : null;
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(argument)) {
          return constant;
        }
      }
      return null;
    }
    return type.isInstance(argument) ? argument : null;
  }

  /** What the code itself has thrown. */
  static Exception rethrown(InvocationTargetException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof Exception exception ? exception : new IllegalStateException(cause);
  }
}
