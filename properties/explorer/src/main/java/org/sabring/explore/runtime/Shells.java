package org.sabring.explore.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * An allocator of objects that no constructor has run for. Only {@code sun.misc.Unsafe} can make
 * them; it is reached by reflection, since naming it is a warning.
 */
public final class Shells {

  private static final Object UNSAFE;
  private static final Method ALLOCATE;

  static {
    try {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field field = type.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      UNSAFE = field.get(null);
      ALLOCATE = type.getMethod("allocateInstance", Class.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no sun.misc.Unsafe in this JVM", e);
    }
  }

  private Shells() {}

  public static Object unsafe() {
    return UNSAFE;
  }

  public static Object allocate(Class<?> type) {
    try {
      return ALLOCATE.invoke(UNSAFE, type);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError(type.getName(), e);
    }
  }
}
