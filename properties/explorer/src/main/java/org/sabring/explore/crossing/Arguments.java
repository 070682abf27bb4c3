package org.sabring.explore.crossing;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Actual arguments as people write them, to be converted to what parameters ask for.
 *
 * @param written boxed values, strings, names of enum constants
 */
record Arguments(List<Object> written) {

  Arguments {
    written = List.copyOf(written);
  }

  /** Whether there is a value for each parameter. */
  boolean canFit(Executable code) {
    Class<?>[] types = code.getParameterTypes();
    return types.length == written.size()
        && IntStream.range(0, types.length).allMatch(i -> fit(types[i], written.get(i)) != null);
  }

  private @Nullable Object[] fit(Executable code) {
    Class<?>[] types = code.getParameterTypes();
    @Nullable Object[] values = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      values[i] = fit(types[i], written.get(i));
    }
    return values;
  }

  private static @Nullable Object fit(Class<?> type, Object argument) {
    if (argument instanceof Number number) {
      return fit(type, number);
    }
    if (argument instanceof Boolean && type == boolean.class) {
      return argument;
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(argument)) {
          return constant;
        }
      }
    }
    return type.isInstance(argument) ? argument : null;
  }

  private static @Nullable Object fit(Class<?> type, Number number) {
    return switch (type.getName()) {
      case "int", "java.lang.Integer" -> number.intValue();
      case "long", "java.lang.Long" -> number.longValue();
      case "short" -> number.shortValue();
      case "byte" -> number.byteValue();
      case "double", "java.lang.Double" -> number.doubleValue();
      case "float" -> number.floatValue();
      default -> type.isInstance(number) ? number : null;
    };
  }

  @Nullable Object call(Method method, Object self) throws Exception {
    method.setAccessible(true);
    try {
      return method.invoke(self, fit(method));
    } catch (InvocationTargetException e) {
      throw thrown(e);
    }
  }

  Object call(Constructor<?> constructor) throws Exception {
    constructor.setAccessible(true);
    try {
      return constructor.newInstance(fit(constructor));
    } catch (InvocationTargetException e) {
      throw thrown(e);
    }
  }

  /** What the code itself has thrown. */
  static Exception thrown(InvocationTargetException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof Exception exception ? exception : new IllegalStateException(cause);
  }

  @Override
  public String toString() {
    return written.toString();
  }
}
