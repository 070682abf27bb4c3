package org.sabring.jcstress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.infra.runners.TestList;
import org.sabring.jcstress.RaceTrial.Role;
import org.sabring.jcstress.fixture.Memories;
import org.sabring.spec.check.Bounds;
import org.sabring.spec.law.Rule;

/** The races, the rings on which they are run, and the plans for them. */
class RaceTrialTest {

  @Test
  void theListIsWhatJcstressKnows() {
    assertThat(withRole(Role.SHIPPED).stream().map(trial -> trial.race().getName()))
        .containsExactlyInAnyOrderElementsOf(TestList.tests());
  }

  @Test
  void noTrialIsThereTwice() {
    assertThat(RaceTrial.all()).extracting(RaceTrial::name).doesNotHaveDuplicates();
  }

  @Test
  void everyRaceIsNamedAfterItsFirstRuleAndHasAControl() {
    for (RaceTrial shipped : withRole(Role.SHIPPED)) {
      assertThat(shipped.name()).startsWith(shipped.rules().get(0).name());
      assertThat(withRole(Role.CONTROL)).as(shipped.name()).anyMatch(shipped::isBeside);
    }
  }

  @Test
  void everyControlBreaksARuleThatIsWatched() {
    for (RaceTrial control : withRole(Role.CONTROL)) {
      assertThat(control.rules()).as(control.name()).isNotEmpty();
    }
  }

  @Test
  void everyRuleOfThisLayerIsWatchedAndBroken() {
    List<Rule> promised =
        Stream.of(Rule.values()).filter(rule -> rule.layers().contains("race")).toList();
    assertThat(rules(Role.SHIPPED)).containsAll(promised).isEqualTo(rules(Role.CONTROL));
  }

  /** A race in which a side hangs costs half a minute, which quick does not have. */
  @Test
  void everyBoundRunsTheShippedRingAndTheControls() {
    for (Bounds bounds : Bounds.values()) {
      for (RaceTrial trial : RaceTrial.all()) {
        boolean left = trial.terminates() && bounds == Bounds.QUICK;
        if (trial.role() != Role.WEAKENED && !left) {
          assertThat(RunPlan.of(bounds))
              .as(trial.name())
              .anyMatch(plan -> plan.tests().test(trial));
        }
      }
    }
  }

  @Test
  void everyRuleIsWatchedAtQuick() {
    Set<Rule> watched =
        withRole(Role.SHIPPED).stream()
            .filter(trial -> RunPlan.of(Bounds.QUICK).stream().anyMatch(p -> p.tests().test(trial)))
            .flatMap(trial -> trial.rules().stream())
            .collect(Collectors.toSet());
    assertThat(watched).isEqualTo(rules(Role.SHIPPED));
  }

  @Test
  void everyShippedRingIsInEveryMemory() {
    for (RaceTrial trial : withRole(Role.SHIPPED)) {
      Set<Memories.Kind> kinds = EnumSet.noneOf(Memories.Kind.class);
      RunPlan.of(Bounds.DEFAULT).stream()
          .filter(plan -> plan.tests().test(trial))
          .forEach(plan -> kinds.addAll(plan.memories()));
      assertThat(kinds.size()).as(trial.name()).isEqualTo(trial.terminates() ? 1 : 3);
    }
  }

  @Test
  void everyWeakenedRingIsRunAtDefault() {
    assertThat(withRole(Role.WEAKENED))
        .isNotEmpty()
        .allMatch(
            trial -> RunPlan.of(Bounds.DEFAULT).stream().anyMatch(p -> p.tests().test(trial)));
  }

  private static List<RaceTrial> withRole(Role role) {
    return RaceTrial.all().stream().filter(trial -> trial.role() == role).toList();
  }

  private static Set<Rule> rules(Role role) {
    return withRole(role).stream().flatMap(t -> t.rules().stream()).collect(Collectors.toSet());
  }
}
