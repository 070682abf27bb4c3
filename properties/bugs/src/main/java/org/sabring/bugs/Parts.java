package org.sabring.bugs;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;

/**
 * What a test consists of.
 *
 * @param actors the methods of threads, in the order of their names
 * @param arbiters the methods for when those have ended
 * @param result the class of what they fill in
 */
public record Parts(List<Method> actors, List<Method> arbiters, Class<?> result) {

  public Parts {
    actors = List.copyOf(actors);
    arbiters = List.copyOf(arbiters);
  }

  /** Those of a test. */
  public static Parts of(Class<?> test) {
    List<Method> actors = with(Actor.class, test);
    List<Method> arbiters = with(Arbiter.class, test);
    Class<?> result =
        Stream.concat(actors.stream(), arbiters.stream())
            .flatMap(method -> Stream.of(method.getParameterTypes()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(test + " has no result"));
    return new Parts(actors, arbiters, result);
  }

  private static List<Method> with(Class<? extends Annotation> annotation, Class<?> test) {
    return Stream.of(test.getMethods())
        .filter(method -> method.isAnnotationPresent(annotation))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }
}
