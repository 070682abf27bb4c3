package org.sabring.tla.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sabring.spec.catalog.Cell;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.law.Rule;
import org.sabring.tla.Model;
import org.sabring.tla.ModelSet;
import org.sabring.tla.Sweep;

/** What the matrix of mutants says of the layers model and weak is what their data say. */
class MutantColumnsTest {

  /**
   * Root modules of controls that plant no mistake in the ring: other bounds or assumptions for the
   * law, what is about waiter lists, timeouts or other rings rather than about the ring, and what
   * is wrong with a proof.
   */
  private static final Set<String> OTHERS =
      Set.of(
          "AnyRingMistakes",
          "AwakeInList",
          "BatchedRingMistakes",
          "CachedRingMistakes",
          "CursorRingPromises",
          "EventRule",
          "ExactBounds",
          "HandshakePromises",
          "NeverPublish",
          "NoRoom",
          "NotAnyRing",
          "PipelineMistakes",
          "RememberNotification",
          "SabWritablePromises",
          "SleepAgain",
          "StayListed",
          "StoppedSide",
          "SwallowNotification",
          "UnfairConsumer",
          "PausedForEver",
          "WaiterListPromises",
          "WrongEventRule",
          "WrongRanking",
          "WrongRule",
          "WrongStreamRanking",
          "WrongWritableRanking",
          "YoungestFirst");

  private static List<String> caught(Column column) {
    return Mutants.all().stream()
        .map(mutant -> Objects.requireNonNull(Mutants.cells(mutant).get(column)))
        .filter(Cell::isCaught)
        .flatMap(cell -> cell.names().stream())
        .toList();
  }

  private static Stream<String> equivalent() {
    return Mutants.all().stream()
        .flatMap(mutant -> Mutants.cells(mutant).values().stream())
        .filter(cell -> cell.kind() == Cell.Kind.EQUIVALENT)
        .flatMap(cell -> cell.names().stream())
        .distinct();
  }

  @Test
  void theModelsThatAreSaidToCatchAreControls() {
    assertThat(caught(Column.MODEL)).allMatch(name -> Model.named(name).isControl());
    assertThat(caught(Column.MODEL)).doesNotHaveDuplicates();
  }

  @Test
  void everyModelOfAMistakeOfTheRingIsInTheMatrix() {
    Set<String> modules = new LinkedHashSet<>();
    for (Model model : Model.all()) {
      if (model.isControl() && !OTHERS.contains(model.module())) {
        modules.add(model.module());
      }
    }
    Set<String> listed = new LinkedHashSet<>();
    caught(Column.MODEL).forEach(name -> listed.add(Model.named(name).module()));
    assertThat(listed).containsAll(modules);
  }

  /** The name of a mutant is that of its module, where there is one. */
  @Test
  void aMutantIsNotUnseenWhereAControlHasItsName() {
    for (Mutant mutant : Mutants.all()) {
      if (Model.all().stream().anyMatch(model -> model.module().equals(mutant.name()))) {
        Cell cell = Objects.requireNonNull(Mutants.cells(mutant).get(Column.MODEL));
        assertThat(cell.names()).as(mutant.name()).contains(mutant.name());
      }
    }
  }

  @Test
  void theRulesThatTheModelsBreakAreTheMutants() {
    for (Mutant mutant : Mutants.all()) {
      Cell cell = Objects.requireNonNull(Mutants.cells(mutant).get(Column.MODEL));
      Set<Rule> broken = EnumSet.noneOf(Rule.class);
      cell.names().forEach(name -> broken.addAll(broken(name)));
      assertThat(broken.isEmpty() || mutant.rules().stream().anyMatch(broken::contains))
          .as("%s breaks %s, its models %s", mutant.name(), mutant.rules(), broken)
          .isTrue();
    }
  }

  private static Set<Rule> broken(String model) {
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    broken.addAll(Model.named(model).breaks());
    String violates = Model.named(model).expect().violates();
    broken.addAll(violates == null ? List.of() : Rule.statedBy(violates));
    return broken;
  }

  @Test
  void theCasesAndModelsThatAreSaidToCatchDo() {
    assertThat(caught(Column.WEAK_TSO)).isEmpty();
    for (String name : caught(Column.WEAK_RA)) {
      assertThat(weak(name)).as(name).isEqualTo(Result.FAILS);
    }
  }

  @Test
  void whatIsSaidToMakeNoDifferenceHolds() {
    equivalent()
        .forEach(
            name -> {
              boolean model =
                  Model.all().stream().anyMatch(m -> m.name().equals(name) && !m.isControl());
              assertThat(model || weak(name) == Result.HOLDS).as(name).isTrue();
            });
  }

  @Test
  void control_aCaseThatHoldsIsTold() {
    assertThat(weak("cursors-quick acquire release acquire release")).isEqualTo(Result.HOLDS);
    assertThat(weak("cursors-tso opaque release acquire release")).isEqualTo(Result.HOLDS);
    assertThat(weak("cursors-quick nothing")).isEqualTo(Result.UNKNOWN);
  }

  private enum Result {
    HOLDS,
    FAILS,
    UNKNOWN
  }

  private static Result weak(String name) {
    for (Model model : ModelSet.weak().models()) {
      if (model.name().equals(name)) {
        return model.isControl() ? Result.FAILS : Result.HOLDS;
      }
    }
    for (Sweep sweep : ModelSet.weak().sweeps()) {
      for (var oneCase : sweep.all()) {
        if (sweep.nameOf(oneCase).equals(name)) {
          return sweep.failing(oneCase).isPresent() ? Result.FAILS : Result.HOLDS;
        }
      }
    }
    return Result.UNKNOWN;
  }
}
