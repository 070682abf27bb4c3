package org.sabring.explore;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Objects;

/**
 * What the sides share, as a class and the arguments of one of its constructors: for programs that
 * nobody has written in Java.
 *
 * @param classPath finds the class, outside
 * @param className its binary name
 * @param arguments boxed values, strings, or what {@link Arguments} can make of them
 */
record NamedObject(ClassLoader classPath, String className, List<Object> arguments)
    implements Program.Maker<Object, Object>, InWorld<Program.Maker<Object, Object>> {

  private static final long serialVersionUID = 1L;

  NamedObject {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Program.Maker<Object, Object> in(Crossing crossing) throws ReflectiveOperationException {
    Class<?> type = crossing.inside(className);
    Constructor<?> constructor = constructor(type);
    constructor.setAccessible(true);
    return unused -> {
      try {
        return Objects.requireNonNull(
            constructor.newInstance(Arguments.fit(constructor.getParameterTypes(), arguments)));
      } catch (InvocationTargetException e) {
        throw Arguments.rethrown(e);
      }
    };
  }

  private Constructor<?> constructor(Class<?> type) {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (!constructor.isSynthetic()
          && Arguments.canFit(constructor.getParameterTypes(), arguments)) {
        return constructor;
      }
    }
    throw new IllegalArgumentException(
        "%s has no constructor for the arguments %s".formatted(className, arguments));
  }

  @Override
  public Object make(Object from) {
    throw new UnsupportedOperationException("it is made inside");
  }
}
