package org.sabring.properties.stream;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.sabring.Rules;
import org.sabring.spec.law.Rule;

/**
 * A JUnit test of the shipped streams that says which rules it watches.
 *
 * @param method the test
 * @param rules none if what it watches has no number
 */
record StreamTest(Method method, List<Rule> rules) {

  /** Of a source of the JUnit Platform; none if that is no such test. */
  static Optional<StreamTest> of(TestSource source) {
    if (!(source instanceof MethodSource method)) {
      return Optional.empty();
    }
    Rules rules = method.getJavaMethod().getAnnotation(Rules.class);
    return Optional.ofNullable(rules)
        .map(
            some ->
                new StreamTest(
                    method.getJavaMethod(), Stream.of(some.value()).map(Rule::valueOf).toList()));
  }

  /** For the JUnit Platform. */
  DiscoverySelector selector() {
    return selectMethod(method.getDeclaringClass(), method);
  }

  /** The same as a text, which means the class of that name where it is read. */
  String selected() {
    return selector().toIdentifier().orElseThrow().toString();
  }

  /** Whose promise it is, and what is promised. */
  String name() {
    return method.getDeclaringClass().getSimpleName().replaceFirst("Test$", "")
        + "."
        + method.getName();
  }
}
