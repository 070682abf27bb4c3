package org.sabring.explore.crossing;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.Operation.Body;

/**
 * An operation given by the name of a method and its arguments: for programs that nobody has
 * written in Java.
 *
 * @param classPath finds the class, outside
 */
public record NamedCall(ClassLoader classPath, String method, List<Object> arguments)
    implements Body<Object>, InWorld<Body<Object>> {

  private static final long serialVersionUID = 1L;

  public NamedCall {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Body<Object> in(Crossing crossing) {
    return this;
  }

  @Override
  public @Nullable Object run(Object self) throws Exception {
    Arguments written = new Arguments(arguments);
    return written.call(find(self.getClass(), written), self);
  }

  /** Of the class itself, else of the nearest above it, else of an interface. */
  private Method find(Class<?> type, Arguments written) {
    Stream<Method> above =
        Stream.<Class<?>>iterate(type, c -> c != null, Class::getSuperclass)
            .flatMap(c -> Stream.of(c.getDeclaredMethods()))
            .filter(one -> !one.isBridge());
    return Stream.concat(above, Stream.of(type.getMethods()))
        .filter(one -> one.getName().equals(method) && written.canFit(one))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no method %s for the arguments %s"
                        .formatted(type.getName(), method, arguments)));
  }
}
