package org.sabring.properties;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.FalsifiedSample;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import org.jspecify.annotations.Nullable;
import org.sabring.properties.trial.Trial;
import org.sabring.properties.trial.Violation;
import org.sabring.spec.check.Progress;
import org.sabring.spec.law.Rule;

/**
 * A run of a property, and its result.
 *
 * @param property the method
 * @param result what jqwik says; null if it did not run
 * @param first what broke first, before it shrank
 * @param figures tries, checks, seconds, and what the tries counted
 * @param expected the figures that must not be zero
 */
record PropertyRun(
    Method property,
    @Nullable PropertyExecutionResult result,
    Optional<Violation> first,
    Map<String, Number> figures,
    Set<String> expected) {

  /** A run on the ring as shipped. */
  static PropertyRun of(Method property, int tries, Progress progress) throws InterruptedException {
    return of(property, tries, List.of(), progress);
  }

  /** A run on a mutant, which is to be found to break these rules. */
  static PropertyRun of(Method property, int tries, List<Rule> wanted, Progress progress)
      throws InterruptedException {
    long start = System.nanoTime();
    Trial trial = new Trial(wanted);
    int shrinkSeconds = wanted.isEmpty() ? 10 : 1;
    Jqwik.run(property, tries, shrinkSeconds, trial, progress);
    PropertyExecutionResult result = trial.result();
    Map<String, Number> figures = new LinkedHashMap<>();
    figures.put("tries", result == null ? 0 : result.countTries());
    figures.put("checks", result == null ? 0 : result.countChecks());
    figures.put("seconds", Math.round((System.nanoTime() - start) / 1e8) / 10.0);
    figures.putAll(trial.counts());
    return new PropertyRun(property, result, trial.first(), figures, trial.expected());
  }

  /** The property methods of a class, by name. */
  static List<Method> propertiesOf(Class<?> properties) {
    return Arrays.stream(properties.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Property.class))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  /** The rules that a property watches. */
  static List<Rule> rulesOf(Method property) {
    return List.of(property.getAnnotation(Rules.class).value());
  }

  /** A property's name in the verdict. */
  static String nameOf(Method property) {
    return kindOf(property) + "." + property.getName();
  }

  /** What it samples: the name of its class, without what all of them end in. */
  static String kindOf(Method property) {
    return property.getDeclaringClass().getSimpleName().replace("Properties", "");
  }

  /** What should have happened, and never did. */
  List<String> missing() {
    return expected.stream()
        .filter(figure -> figures.getOrDefault(figure, 0).longValue() == 0)
        .toList();
  }

  /** What broke, smallest sample first; empty if nothing did or it was not a ring's rule. */
  List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    if (result != null && result.throwable().orElse(null) instanceof Violation shrunk) {
      violations.add(shrunk);
    }
    first.ifPresent(violations::add);
    return violations;
  }

  /** The sample and seed with which a failed run can be run again. */
  String replay() {
    if (result == null) {
      return "";
    }
    String seed = result.seed().map(s -> " [seed " + s + "]").orElse("");
    Optional<List<Object>> sample =
        result.shrunkSample().isPresent()
            ? result.shrunkSample().map(FalsifiedSample::parameters)
            : result.falsifiedParameters();
    return sample.map(parameters -> " " + parameters).orElse("") + seed;
  }
}
