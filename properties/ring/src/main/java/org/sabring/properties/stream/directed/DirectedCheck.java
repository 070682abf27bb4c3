package org.sabring.properties.stream.directed;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sabring.spec.law.Rule;

/**
 * One check: a method without arguments of a new object, which throws when it finds something.
 *
 * @param method the method
 */
public record DirectedCheck(Method method) {

  private static final Pattern RULE = Pattern.compile("RB\\d{3}");

  private static final List<Class<?>> CLASSES =
      List.of(
          ReadableChecks.class,
          SabReadableChecks.class,
          WritableChecks.class,
          SabWritableChecks.class,
          SabBytesChecks.class,
          CompositionChecks.class,
          FlowChecks.class);

  /** All there are, in the order of their names. */
  public static List<DirectedCheck> all() {
    return CLASSES.stream().flatMap(DirectedCheck::of).toList();
  }

  private static Stream<DirectedCheck> of(Class<?> checks) {
    return Arrays.stream(checks.getDeclaredMethods())
        .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
        .sorted(Comparator.comparing(Method::getName))
        .map(DirectedCheck::new);
  }

  /** Whose promise it is, and what is promised. */
  public String name() {
    String whose = method.getDeclaringClass().getSimpleName().replace("Checks", "");
    return whose + "." + method.getName().replaceFirst("required_(RB\\d{3}_)*", "");
  }

  /** The rules that it watches. */
  public List<Rule> rules() {
    return RULE.matcher(method.getName())
        .results()
        .map(MatchResult::group)
        .map(Rule::valueOf)
        .toList();
  }

  /** What it finds; empty if nothing is wrong. */
  public String found() {
    try {
      Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
      constructor.setAccessible(true);
      method.invoke(constructor.newInstance());
      return "";
    } catch (InvocationTargetException e) {
      return String.valueOf(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name(), e);
    }
  }
}
