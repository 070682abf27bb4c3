package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;

/** What the annotations of the races say of outcomes. */
class AnnotationsTest {

  /** No side is answered so. */
  private static final String NEVER = "something that nobody thought of";

  static Stream<RaceTrial> shipped() {
    return RaceTrial.all().stream().filter(trial -> trial.role() == RaceTrial.Role.SHIPPED);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void everyOutcomeHasItsCauseAndTheRestIsForbidden(RaceTrial trial) {
    assertThat(outcomes(trial)).allSatisfy(o -> assertThat(o.desc()).endsWith("."));
    assertThat(outcomes(trial))
        .filteredOn(o -> List.of(o.id()).equals(List.of("")))
        .singleElement()
        .satisfies(rest -> assertThat(rest.expect()).isEqualTo(FORBIDDEN));
    assertThat(trial.expect(NEVER)).isEqualTo(FORBIDDEN);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void somethingIsAllowedAndSomethingForbiddenByName(RaceTrial trial) {
    assertThat(named(trial, ACCEPTABLE)).isNotEmpty();
    assertThat(named(trial, FORBIDDEN)).isNotEmpty();
    assertThat(named(trial, ACCEPTABLE)).allMatch(id -> trial.expect(id) == ACCEPTABLE);
    assertThat(named(trial, FORBIDDEN)).allMatch(id -> trial.expect(id) == FORBIDDEN);
  }

  /** jcstress prints the registers with a comma and a blank between them. */
  @ParameterizedTest
  @MethodSource("shipped")
  void anOutcomeThatIsNamedHasAsManyWordsAsTheResultHasRegisters(RaceTrial trial) {
    int registers = trial.terminates() ? 1 : registers(trial);
    assertThat(Stream.concat(named(trial, ACCEPTABLE).stream(), named(trial, FORBIDDEN).stream()))
        .allSatisfy(id -> assertThat(id.split(", ", -1)).as(id).hasSize(registers));
  }

  private static int registers(RaceTrial trial) {
    return Arrays.stream(trial.race().getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Actor.class))
        .flatMap(method -> Arrays.stream(method.getParameterTypes()))
        .mapToInt(result -> result.getSimpleName().indexOf('_'))
        .max()
        .orElseThrow();
  }

  private static List<String> named(RaceTrial trial, Expect expect) {
    return outcomes(trial).stream()
        .filter(outcome -> outcome.expect() == expect)
        .flatMap(outcome -> Arrays.stream(outcome.id()))
        .filter(id -> !id.isEmpty())
        .toList();
  }

  private static List<Outcome> outcomes(RaceTrial trial) {
    return List.of(trial.race().getAnnotationsByType(Outcome.class));
  }
}
