package org.sabring.properties.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.properties.world.Inside;
import org.sabring.spec.check.Check;
import org.sabring.spec.law.Interleaving;

/** The ring's graph is the machine's, and a ring or a machine with a mistake is told apart. */
@Tag("any-jdk")
class ConformanceTest {

  /** The numbers of states are those of the models: see models.json. */
  @ParameterizedTest
  @CsvSource({
    "2, BLOCKING, 1, 24008, 48472, 72232",
    "2, POLLING, 1, 1109, 2215, 1109",
    "2, BOTH, 1, 24008, 52160, 101608",
    "2, BOTH, 2, 24008, 52160, 193252",
    "2, TIMED, 1, 24008, 52160, 137996",
    "2, BRIEF, 1, 24008, 52160, 121884",
  })
  void theRingHasTheStatesAndStepsOfTheMachine(
      int capacity, Ways ways, int waits, int states, int edges, long javaStates) throws Exception {
    Conformance conformance = Conformance.of(capacity, ways).waiting(waits);
    Comparison found = conformance.compare(conformance.law(), ignored -> {});
    assertThat(found.difference()).isNull();
    assertThat(conformance.law().states()).isEqualTo(states);
    assertThat(conformance.law().edges()).isEqualTo(edges);
    assertThat(found.nodes()).isEqualTo(states);
    assertThat(found.edges()).isEqualTo(edges);
    assertThat(found.states()).isEqualTo(javaStates);
  }

  @ParameterizedTest
  @EnumSource
  void control_aMistakeIsFoundAndTheWayToItReplays(MachineControl control) throws Exception {
    Difference difference = Objects.requireNonNull(control.compare().difference());
    assertThat(difference.steps()).isPositive();
    assertThat(difference.story().lines()).hasSize(difference.steps() + 1);
  }

  @Test
  void aStepTooManyIsShownAfterAShortestWay() throws Exception {
    Check check = Inside.the("SkipSlot", Compared.class);
    assertThat(check.detail())
        .isEqualTo(
            "after 9 steps [PPPPPPCCCCC]: the code takes a step that the law does not allow:"
                + " CPublish leads elsewhere: read=0, by the law 1");
    assertThat(last(Objects.requireNonNull(check.counterexample())))
        .isEqualTo("CPublish READ := 0 (release)");
  }

  static final class Compared implements Callable<Check> {
    @Override
    public Check call() throws InterruptedException {
      Conformance conformance = Conformance.of(2, Ways.BOTH);
      Comparison found = conformance.compare(conformance.law(), ignored -> {});
      return ConformanceLayer.check("compared", found, true, List.of());
    }
  }

  @Test
  void aStepTooFewIsShownAfterAShortestWay() throws Exception {
    Difference difference =
        Objects.requireNonNull(MachineControl.RingNeverGivesUp.compare().difference());
    assertThat(difference.toString())
        .isEqualTo(
            "after 1 step [CC]: the law allows a step that the code does not take:"
                + " CLoadRead: READ is 0, then PLoadWrite and CLoadWrite");
  }

  private static String last(Interleaving story) {
    return story.lines().get(story.lines().size() - 1).text();
  }

  @Test
  void theShippedRingHasNoDifference() throws Exception {
    assertThat(new Compared().call().detail()).contains("none missing and none extra");
  }

  @Test
  void anInterruptEndsTheComparison() {
    Conformance conformance = Conformance.of(2, Ways.POLLING);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> conformance.compare(conformance.law(), ignored -> {}))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
