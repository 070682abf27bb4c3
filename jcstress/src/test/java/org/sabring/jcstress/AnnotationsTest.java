package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.infra.StateCase;
import org.openjdk.jcstress.infra.runners.TestList;
import org.sabring.spec.race.RaceRing;
import org.sabring.spec.race.RaceRing.Role;
import org.sabring.spec.race.Races;

/** What the annotations say of an outcome is what the explorer computed. */
class AnnotationsTest {

  /** No side is answered so. */
  private static final String NEVER = "something that nobody thought of";

  @Test
  void annotationsAndModelAgree() {
    for (Race race : Race.all()) {
      assertThat(disagreements(race, shipped(race))).as(race.name()).isEmpty();
    }
  }

  /** The control: held against what another ring allows, the annotations disagree. */
  @Test
  void annotationsOfTheShippedRingDoNotAgreeWithAnother() {
    for (Race race : Race.all()) {
      if (race.role() == Role.SHIPPED) {
        for (RaceRing other : race.program().rings()) {
          SortedSet<String> allowed = Races.allowed(race.program(), other, Races.WEAKEST);
          assertThat(disagreements(race, allowed).isEmpty())
              .as("%s against %s", race.name(), other)
              .isEqualTo(other.role() == Role.SHIPPED);
        }
      }
    }
  }

  /** Nothing stands in an annotation that no ring ever does; the empty one is the rest. */
  @Test
  void everyOutcomeThatIsNamedMayBe() {
    for (Race race : Race.all()) {
      SortedSet<String> known = Races.known(race.program());
      for (Outcome outcome : outcomes(race)) {
        for (String id : outcome.id()) {
          assertThat(id.isEmpty() || id.equals(".*") || known.contains(id))
              .as(race.name() + ": " + id)
              .isTrue();
        }
      }
    }
  }

  @Test
  void everyOutcomeHasItsCauseAndTheRestIsForbidden() {
    for (Race race : Race.all()) {
      assertThat(outcomes(race)).allSatisfy(o -> assertThat(o.desc()).endsWith("."));
      assertThat(race.test().getDeclaringClass().getAnnotationsByType(Outcome.class))
          .as(race.name())
          .anyMatch(o -> List.of(o.id()).equals(List.of("")) && o.expect() == FORBIDDEN);
    }
  }

  /** What is annotated otherwise than such a model has it, a line each. */
  private static List<String> disagreements(Race race, Collection<String> allowed) {
    List<String> lines = new ArrayList<>();
    List<String> outcomes = new ArrayList<>(Races.known(race.program()));
    outcomes.add(NEVER);
    Expect otherwise = race.role() == Role.WEAKENED ? ACCEPTABLE_INTERESTING : FORBIDDEN;
    for (String outcome : outcomes) {
      Expect annotated = annotated(race, outcome);
      Expect computed = allowed.contains(outcome) ? ACCEPTABLE : otherwise;
      if (annotated != computed) {
        lines.add(outcome + " is annotated " + annotated + ", and computed " + computed);
      }
    }
    return lines;
  }

  /** As jcstress grades it: what is named before what matches, and the rest last. */
  private static Expect annotated(Race race, String outcome) {
    var test = TestList.getInfo(race.fullName());
    for (StateCase one : test.cases()) {
      if (one.matchesExactly(outcome)) {
        return one.expect();
      }
    }
    for (StateCase one : test.cases()) {
      if (one.matches(outcome)) {
        return one.expect();
      }
    }
    return test.unmatched().expect();
  }

  private static SortedSet<String> shipped(Race race) {
    return Races.allowed(race.program(), RaceRing.SHIPPED, Races.WEAKEST);
  }

  private static List<Outcome> outcomes(Race race) {
    List<Outcome> all =
        new ArrayList<>(
            Arrays.asList(race.test().getDeclaringClass().getAnnotationsByType(Outcome.class)));
    all.addAll(Arrays.asList(race.test().getAnnotationsByType(Outcome.class)));
    return all;
  }
}
