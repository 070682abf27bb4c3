package org.sabring.jcstress;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Expect;
import org.sabring.jcstress.Trial.Role;
import org.sabring.spec.verdict.Figures;
import org.sabring.spec.verdict.Table;

/**
 * Model against machine: for each outcome of each race which memories allow it, of which ring, and
 * whether it was seen.
 */
final class OutcomeTable {

  static final String NOT_SEEN = "not seen on this machine";

  /** What stands where the model knows nothing of a ring. */
  static final String NOT_COMPUTED = "not computed";

  private static final List<String> COLUMNS =
      List.of(
          "race", "outcome", "shipped ring", "shipped, seen", "other rings that allow it, seen");

  private final Allowed allowed;
  private final Judge judge;

  /**
   * @param allowed what the model says
   * @param judge what was seen
   */
  OutcomeTable(Allowed allowed, Judge judge) {
    this.allowed = allowed;
    this.judge = judge;
  }

  /** The table of the trials that ran. */
  Table of(List<Trial> ran) {
    List<List<String>> rows = new ArrayList<>();
    for (Trial shipped : ran) {
      if (shipped.role() == Role.SHIPPED) {
        rows.addAll(rows(shipped, ran.stream().filter(shipped::isBeside).toList()));
      }
    }
    return new Table(
        "Model against machine: what each memory allows, and what was seen", COLUMNS, rows);
  }

  private List<List<String>> rows(Trial shipped, List<Trial> others) {
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
  private SortedSet<String> outcomes(Trial trial) {
    SortedSet<String> outcomes = computed(trial);
    judge.tally(trial).seen().forEach(outcome -> outcomes.add(outcome.id()));
    return outcomes;
  }

  private SortedSet<String> computed(Trial trial) {
    SortedSet<String> computed = new TreeSet<>();
    Allowed.MEMORIES.forEach(memory -> computed.addAll(computed(trial, memory)));
    return computed;
  }

  private SortedSet<String> computed(Trial trial, String memory) {
    return new TreeSet<>(allowed.outcomes(trial.race(), trial.mutant(), memory));
  }

  /** Where the test allows it of the shipped ring, what others make of it is no news. */
  private boolean isOf(Trial other, String outcome) {
    return other.expect(outcome) != Expect.ACCEPTABLE && outcomes(other).contains(outcome);
  }

  private String cell(Trial other, String outcome) {
    return "%s (%s): %s".formatted(other.ring(), allowed(other, outcome), seen(other, outcome));
  }

  /** The strongest memory that allows it, in words. */
  private String allowed(Trial trial, String outcome) {
    if (computed(trial).isEmpty()) {
      return NOT_COMPUTED;
    }
    return Allowed.MEMORIES.stream()
        .filter(memory -> computed(trial, memory).contains(outcome))
        .findFirst()
        .map(
            memory -> memory.equals(Allowed.MEMORIES.get(0)) ? "allowed" : "allowed from " + memory)
        .orElse("forbidden");
  }

  private String seen(Trial trial, String outcome) {
    long times = judge.tally(trial).times(outcome);
    return times == 0 ? NOT_SEEN : Figures.text(times) + " times";
  }
}
