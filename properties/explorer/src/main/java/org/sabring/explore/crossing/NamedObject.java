package org.sabring.explore.crossing;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.stream.Stream;
import org.sabring.explore.Program.Maker;

/**
 * A shared object given by its class and the arguments of one of its constructors: for programs
 * that nobody has written in Java.
 *
 * @param classPath finds the class, outside
 * @param className its binary name
 * @param arguments boxed values, strings, or what {@link Arguments} can make of them
 */
public record NamedObject(ClassLoader classPath, String className, List<Object> arguments)
    implements Maker<Object, Object>, InWorld<Maker<Object, Object>> {

  private static final long serialVersionUID = 1L;

  public NamedObject {
    arguments = List.copyOf(arguments);
  }

  @Override
  public Maker<Object, Object> in(Crossing crossing) throws ReflectiveOperationException {
    Arguments written = new Arguments(arguments);
    Constructor<?> constructor =
        Stream.of(crossing.inside(className).getDeclaredConstructors())
            .filter(one -> !one.isSynthetic() && written.canFit(one))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has no constructor for the arguments %s"
                            .formatted(className, arguments)));
    return unused -> written.call(constructor);
  }

  @Override
  public Object make(Object from) {
    throw new UnsupportedOperationException("it is made inside");
  }
}
