package org.sabring.explore;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the name of a method and its arguments: for programs that nobody has written in
 * Java.
 *
 * @param classPath finds the class, outside
 */
record NamedCall(ClassLoader classPath, String method, List<Object> arguments)
    implements Operation.Body<Object>, InWorld<Operation.Body<Object>> {

  private static final long serialVersionUID = 1L;

  NamedCall {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Operation.Body<Object> in(Crossing crossing) {
    return this;
  }

  @Override
  public @Nullable Object run(Object self) throws Exception {
    Method found = find(self.getClass());
    try {
      return found.invoke(self, Arguments.fit(found.getParameterTypes(), arguments));
    } catch (InvocationTargetException e) {
      throw Arguments.rethrown(e);
    }
  }

  private Method find(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Method one : c.getDeclaredMethods()) {
        boolean named = one.getName().equals(method) && !one.isBridge();
        if (named && Arguments.canFit(one.getParameterTypes(), arguments)) {
          one.setAccessible(true);
          return one;
        }
      }
    }
    for (Method one : type.getMethods()) { // of interfaces
      if (one.getName().equals(method) && Arguments.canFit(one.getParameterTypes(), arguments)) {
        one.setAccessible(true);
        return one;
      }
    }
    throw new IllegalArgumentException(
        "%s has no method %s for the arguments %s".formatted(type.getName(), method, arguments));
  }
}
