package org.sabring.jcstress;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sabring.spec.race.RaceProgram;
import org.sabring.spec.race.RaceRing;
import org.sabring.spec.race.RaceRing.Role;
import org.sabring.spec.race.Races;
import org.sabring.spec.verdict.Figures;
import org.sabring.spec.verdict.Table;

/**
 * Model against machine: for each outcome of each race which memories allow it, of which ring, and
 * whether it was seen.
 */
final class OutcomeTable {

  static final String NOT_SEEN = "not seen on this machine";

  private static final List<String> COLUMNS =
      List.of(
          "race", "outcome", "shipped ring", "shipped, seen", "other rings that allow it, seen");

  private OutcomeTable() {}

  /** Of the tests that ran. */
  static Table of(List<Race> ran, Judge judge) {
    List<List<String>> rows = new ArrayList<>();
    for (Race shipped : ran) {
      if (shipped.role() == Role.SHIPPED) {
        List<Race> others =
            ran.stream().filter(r -> r.isBeside(shipped) && r.role() != Role.SHIPPED).toList();
        rows.addAll(rows(shipped, others, judge));
      }
    }
    return new Table(
        "Model against machine: what each memory allows, and what was seen", COLUMNS, rows);
  }

  private static List<List<String>> rows(Race shipped, List<Race> others, Judge judge) {
    SortedSet<String> outcomes = new TreeSet<>(Races.known(shipped.program()));
    judge.tally(shipped).beyond(shipped).forEach(outcome -> outcomes.add(outcome.id()));
    others.forEach(o -> judge.tally(o).beyond(o).forEach(outcome -> outcomes.add(outcome.id())));
    List<List<String>> rows = new ArrayList<>();
    for (String outcome : outcomes) {
      rows.add(
          List.of(
              shipped.program().name(),
              outcome,
              allowed(shipped.program(), shipped.ring(), outcome),
              seen(shipped, outcome, judge),
              others.stream()
                  .filter(other -> isOf(other, outcome, judge))
                  .map(other -> cell(other, outcome, judge))
                  .collect(Collectors.joining("; "))));
    }
    return rows;
  }

  /** Where the shipped ring allows it, what others make of it is no news. */
  private static boolean isOf(Race other, String outcome, Judge judge) {
    return other.mistakes().contains(outcome)
        || (!other.allows(outcome) && judge.tally(other).times(outcome::equals) > 0);
  }

  private static String cell(Race other, String outcome, Judge judge) {
    return "%s (%s): %s"
        .formatted(
            other.ring(),
            allowed(other.program(), other.ring(), outcome),
            seen(other, outcome, judge));
  }

  /** The strongest memory that allows it, in words. */
  private static String allowed(RaceProgram program, RaceRing ring, String outcome) {
    return Races.MEMORIES.stream()
        .filter(memory -> Races.allowed(program, ring, memory).contains(outcome))
        .findFirst()
        .map(memory -> memory.equals(Races.MEMORIES.get(0)) ? "allowed" : "allowed from " + memory)
        .orElse("forbidden");
  }

  private static String seen(Race race, String outcome, Judge judge) {
    long times = judge.tally(race).times(outcome::equals);
    return times == 0 ? NOT_SEEN : Figures.text(times) + " times";
  }
}
