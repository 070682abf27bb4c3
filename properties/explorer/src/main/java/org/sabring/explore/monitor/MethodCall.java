package org.sabring.explore.monitor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call of a method, with its arguments: the name of an operation, for those who must know what it
 * does. Its text is for example {@code offer 1}.
 */
public record MethodCall(String method, List<Object> arguments) {

  public MethodCall {
    arguments = List.copyOf(arguments);
  }

  /** For example {@code MethodCall.of("offer", 1)}. */
  public static MethodCall of(String method, Object... arguments) {
    return new MethodCall(method, List.of(arguments));
  }

  /** The method that any operation calls: of one that is named otherwise, its first word. */
  static String methodOf(Object call) {
    return call instanceof MethodCall made ? made.method() : call.toString().split(" ", 2)[0];
  }

  @Override
  public String toString() {
    return Stream.concat(Stream.of(method), arguments.stream().map(Object::toString))
        .collect(Collectors.joining(" "));
  }
}
