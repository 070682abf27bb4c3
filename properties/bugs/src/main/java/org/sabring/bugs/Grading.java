package org.sabring.bugs;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;

/**
 * What a test says of outcomes: the first of its {@link Outcome} annotations that is of that text,
 * or of that pattern; else the one without an id; else it is forbidden. So jcstress has it.
 */
public record Grading(List<Outcome> outcomes) {

  public Grading {
    outcomes = List.copyOf(outcomes);
  }

  /** That of a test. */
  public static Grading of(Class<?> test) {
    return new Grading(List.of(test.getAnnotationsByType(Outcome.class)));
  }

  /** Whether a test does not want to see this. */
  public boolean isForbidden(String outcome) {
    List<Outcome> defaults = new ArrayList<>();
    for (Outcome one : outcomes) {
      for (String id : one.id()) {
        if (id.isEmpty()) {
          defaults.add(one);
        } else if (outcome.equals(id) || outcome.matches(id)) {
          return one.expect() == Expect.FORBIDDEN;
        }
      }
    }
    return defaults.isEmpty() || defaults.get(0).expect() == Expect.FORBIDDEN;
  }
}
