package org.sabring.properties.explore.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.explore.Code;
import org.sabring.explore.Exploration;
import org.sabring.explore.Exploration.Status;
import org.sabring.explore.Explorer;
import org.sabring.explore.Program;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.monitor.Answers;

/** The shipped waiter lists and heap memory, nothing of them abstract. */
class ShippedMemoryTest {

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("onEveryMemory")
  void everyProgramEndsAsItMayAndInEachOfTheseWays(ShippedCase one, MemoryModel model)
      throws InterruptedException {
    Exploration explored =
        new Explorer(one.explored(), model, one.monitor(model), one.options()).explore();
    assertThat(explored.findings()).isEmpty();
    assertThat(explored.status()).isEqualTo(Status.PASS);
    assertThat(explored.outcomes()).isEqualTo(one.ends());
  }

  /** A program knows what was learned of it: whoever explores it meanwhile has to wait. */
  @ParameterizedTest
  @MethodSource("programs")
  void onAllMemoriesAtOnceItEndsAsOnOneAfterTheOther(ShippedCase one) throws Exception {
    Program program = one.explored().with(one.explored().code()); // of which nothing is learned
    List<CompletableFuture<Exploration>> explored =
        Stream.of(MemoryModel.values())
            .map(model -> new Explorer(program, model, one.monitor(model), one.options()))
            .map(explorer -> CompletableFuture.supplyAsync(() -> now(explorer)))
            .toList();
    for (CompletableFuture<Exploration> each : explored) {
      assertThat(each.get(1, TimeUnit.MINUTES).outcomes()).isEqualTo(one.ends());
    }
  }

  static List<ShippedCase> programs() {
    return ShippedCases.all().stream().filter(one -> !one.equals(ShippedCases.AS_MANY)).toList();
  }

  private static Exploration now(Explorer explorer) {
    try {
      return explorer.explore();
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  static Stream<Arguments> onEveryMemory() {
    return ShippedCases.all().stream()
        .flatMap(one -> Stream.of(MemoryModel.values()).map(model -> Arguments.of(one, model)));
  }

  static List<PlantedEdit> planted() {
    return ShippedChecks.planted();
  }

  @ParameterizedTest
  @MethodSource("planted")
  void control_everyMistakeIsFound(PlantedEdit control) throws InterruptedException {
    assertThat(control.found()).isNotNull();
  }

  /** Of three sides and one word every program; of two sides one in 16. */
  @ParameterizedTest
  @EnumSource(names = {"SC", "RA"})
  void itRefinesTheMemoryWhoseWaitsAreOneStep(MemoryModel model) throws InterruptedException {
    for (Refinement refinement :
        List.of(Refinement.ofThreeSides(1), Refinement.ofTwoSides(1).every(16))) {
      Refinement.Result result = refinement.compared(Code.PLAIN, model);
      assertThat(result.difference()).isNull();
      assertThat(result.equal()).isEqualTo(result.programs()).isGreaterThan(20);
    }
  }

  @Test
  void itRefinesItWithEarlyWakeUpsAndInterrupts() throws InterruptedException {
    Refinement early = Refinement.ofThreeSides(1).withEarlyParking(1).every(5);
    for (Refinement refinement : List.of(early, Refinement.ofInterrupts().every(11))) {
      assertThat(refinement.compared(Code.PLAIN, MemoryModel.RA).difference()).isNull();
    }
  }

  /** The one lock of the shipped lists orders what two words do; a lock for each would not. */
  @Test
  void ofTwoWordsItOrdersMore() throws InterruptedException {
    Refinement some = Refinement.ofTwoSides(2).every(61);
    Refinement.Result result = some.compared(Code.PLAIN, MemoryModel.RA);
    assertThat(result.difference()).isNull();
    assertThat(result.equal()).isLessThan(result.programs());
  }

  @ParameterizedTest
  @EnumSource(names = {"SC", "RA"})
  void aWholeRingOnItEndsAsOnTheMemoryWhoseWaitsAreOneStep(MemoryModel model)
      throws InterruptedException {
    for (ShippedRing ring : ShippedRing.all()) {
      Exploration judged =
          new Explorer(ring.explored(), model, ring.monitor(model), ring.options()).explore();
      assertThat(judged.findings()).isEmpty();
      assertThat(judged.status()).isEqualTo(Status.PASS);
      assertThat(ends(ring.explored(), model)).isEqualTo(ends(ring.onWords(), model));
    }
  }

  private static Iterable<String> ends(Program program, MemoryModel model)
      throws InterruptedException {
    Answers answers = Answers.of(2).orSleeping();
    return new Explorer(program, model, answers, ShippedRing.CANCELLED.options())
        .explore()
        .outcomes();
  }
}
