package org.sabring.bugs;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;

/**
 * What a test says of outcomes: the first of its {@link Outcome} annotations that is of that text,
 * or of that pattern; else the one without an id; else it is forbidden. So jcstress has it.
 *
 * @param grades of those that have an id, in their order
 * @param others whether all others are forbidden
 */
public record Grading(List<Grade> grades, boolean others) {

  /**
   * What is said of some outcomes.
   *
   * @param id a text, or a pattern
   */
  public record Grade(String id, boolean forbidden) {}

  public Grading {
    grades = List.copyOf(grades);
  }

  /** That of a test. */
  public static Grading of(Class<?> test) {
    List<Grade> grades = new ArrayList<>();
    boolean others = true;
    for (Outcome outcome : test.getAnnotationsByType(Outcome.class)) {
      boolean forbidden = outcome.expect() == Expect.FORBIDDEN;
      for (String id : outcome.id()) {
        if (id.isEmpty()) {
          others = forbidden;
        } else {
          grades.add(new Grade(id, forbidden));
        }
      }
    }
    return new Grading(grades, others);
  }

  /** Whether a test does not want to see this. */
  public boolean isForbidden(String outcome) {
    for (Grade grade : grades) {
      if (outcome.equals(grade.id()) || outcome.matches(grade.id())) {
        return grade.forbidden();
      }
    }
    return others;
  }
}
