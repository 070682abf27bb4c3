package org.sabring.jcstress;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Expect;
import org.sabring.jcstress.RaceTrial.Role;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Table;

/**
 * The table of outcomes, model against machine: for each outcome of each race which memories allow
 * it, of which ring, and whether it was seen.
 */
final class OutcomeTable {

  static final String NOT_SEEN = "not seen on this machine";

  /** The cell of a ring that no model was asked of. */
  static final String NOT_COMPUTED = "not computed";

  /** The cell of an outcome that was not found within the bounds of a search. */
  static final String NOT_FOUND = "not found";

  private static final List<String> COLUMNS =
      List.of(
          "race", "outcome", "shipped ring", "shipped, seen", "other rings that allow it, seen");

  private final OutcomeModel allowed;
  private final RaceJudge judge;

  /**
   * @param allowed what the model says
   * @param judge what was seen
   */
  OutcomeTable(OutcomeModel allowed, RaceJudge judge) {
    this.allowed = allowed;
    this.judge = judge;
  }

  /** The table of the trials that ran. */
  Table of(List<RaceTrial> ran) {
    List<List<String>> rows = new ArrayList<>();
    for (RaceTrial shipped : ran) {
      if (shipped.role() == Role.SHIPPED) {
        rows.addAll(rows(shipped, ran.stream().filter(shipped::isBeside).toList()));
      }
    }
    return new Table(
        "Model against machine: what each memory allows, and what was seen", COLUMNS, rows);
  }

  private List<List<String>> rows(RaceTrial shipped, List<RaceTrial> others) {
    SortedSet<String> outcomes = outcomes(shipped);
    others.forEach(other -> outcomes.addAll(outcomes(other)));
    List<List<String>> rows = new ArrayList<>();
    for (String outcome : outcomes) {
      rows.add(
          List.of(
              shipped.race().getSimpleName(),
              outcome,
              allowed(shipped, outcome),
              seen(shipped, outcome),
              others.stream()
                  .filter(other -> isOf(other, outcome))
                  .map(other -> cell(other, outcome))
                  .collect(Collectors.joining("; "))));
    }
    return rows;
  }

  /** What is allowed, or was seen. */
  private SortedSet<String> outcomes(RaceTrial trial) {
    SortedSet<String> outcomes = computed(trial);
    judge.tally(trial).seen().forEach(outcome -> outcomes.add(outcome.id()));
    return outcomes;
  }

  private SortedSet<String> computed(RaceTrial trial) {
    SortedSet<String> computed = new TreeSet<>();
    OutcomeModel.MEMORIES.forEach(memory -> computed.addAll(computed(trial, memory)));
    return computed;
  }

  private SortedSet<String> computed(RaceTrial trial, String memory) {
    return new TreeSet<>(allowed.outcomes(trial.race(), trial.mutant(), memory));
  }

  /** Where the test allows it of the shipped ring, what others make of it is no news. */
  private boolean isOf(RaceTrial other, String outcome) {
    return other.expect(outcome) != Expect.ACCEPTABLE && outcomes(other).contains(outcome);
  }

  private String cell(RaceTrial other, String outcome) {
    return "%s (%s): %s".formatted(other.ring(), allowed(other, outcome), seen(other, outcome));
  }

  /** The strongest memory that allows it, in words. */
  private String allowed(RaceTrial trial, String outcome) {
    if (computed(trial).isEmpty()) {
      return NOT_COMPUTED;
    }
    return OutcomeModel.MEMORIES.stream()
        .filter(memory -> computed(trial, memory).contains(outcome))
        .findFirst()
        .map(
            memory ->
                memory.equals(OutcomeModel.MEMORIES.get(0)) ? "allowed" : "allowed from " + memory)
        .orElse(allowed.isAll(trial.race(), trial.mutant()) ? "forbidden" : NOT_FOUND);
  }

  private String seen(RaceTrial trial, String outcome) {
    long times = judge.tally(trial).times(outcome);
    return times == 0 ? NOT_SEEN : Figures.text(times) + " times";
  }
}
