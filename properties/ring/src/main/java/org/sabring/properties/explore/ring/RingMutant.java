package org.sabring.properties.explore.ring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Finding;
import org.sabring.explore.Judge;
import org.sabring.explore.Options;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.properties.explore.Stories;
import org.sabring.properties.mutant.Mistake;
import org.sabring.spec.Rule;
import org.sabring.spec.mutant.Column;
import org.sabring.spec.mutant.Mutant;
import org.sabring.spec.mutant.Mutants;
import org.sabring.spec.verdict.Bounds;

/**
 * A mutant of the catalogue, in the program that is enough to show it.
 *
 * @param row what the catalogue says
 * @param sound the program, without the mistake
 * @param mistake what is planted
 */
record RingMutant(Mutant row, RingProgram sound, Mistake mistake) {

  /** The columns that the explorer fills, and the memory of each. */
  static final Map<Column, MemoryModel> COLUMNS =
      new EnumMap<>(
          Map.of(
              Column.EXPLORE_SC, MemoryModel.SC,
              Column.EXPLORE_TSO, MemoryModel.TSO,
              Column.EXPLORE_RA, MemoryModel.RA,
              Column.CALLERS, MemoryModel.RA));

  /** All that can be planted in Java. */
  static List<RingMutant> all() {
    List<RingMutant> all = new ArrayList<>();
    for (Mutant row : Mutants.all()) {
      Mutant.Calls calls = row.calls();
      if (calls != null) {
        RingProgram sound =
            new RingProgram(
                calls.capacity(),
                CallText.producer(calls.producer()),
                CallText.consumer(calls.consumer()));
        all.add(new RingMutant(row, sound, Mistake.valueOf(row.name())));
      }
    }
    return all;
  }

  static RingMutant named(String name) {
    return all().stream().filter(one -> one.row.name().equals(name)).findFirst().orElseThrow();
  }

  /** The program, with the mistake in it. */
  RingProgram program() {
    return sound.with(mistake);
  }

  /** The program that is enough to show it, and then those that the layer explores anyway. */
  List<ExploredCase> cases(Bounds bounds) {
    List<RingCase> cases = new ArrayList<>();
    cases.add(new RingCase("the program that shows " + row.name(), program(), options()));
    RingCase.within(bounds).forEach(one -> cases.add(one.with(mistake)));
    return cases.stream()
        .map(one -> isInside() ? one : new FromOutside(one))
        .map(ExploredCase.class::cast)
        .toList();
  }

  /** Whether it is seen in the sides' own steps. */
  boolean isInside() {
    Mutant.Calls calls = row.calls();
    return calls != null && !calls.fromOutside();
  }

  Options options() {
    Mutant.Calls calls = row.calls();
    return Options.PLAIN.interrupts(calls == null ? 0 : calls.interrupts());
  }

  /** Who judges it in a column. */
  Judge judge(Column column, Set<Rule> off) {
    boolean inside = column != Column.CALLERS && isInside();
    return sound.judge(memory(column), inside, off);
  }

  static MemoryModel memory(Column column) {
    return COLUMNS.getOrDefault(column, MemoryModel.RA);
  }

  /** Explores a program of this mutant, up to the first finding. */
  Exploration explore(RingProgram ring, Column column) throws InterruptedException {
    Judge judge = judge(column, Set.of());
    return new Explorer(ring.program(), memory(column), judge, options()).explore();
  }

  /** Every rule that is found broken on some memory, when the explorer goes on after the first. */
  Set<Rule> noticing(Set<Rule> off) throws InterruptedException {
    Set<Rule> rules = new TreeSet<>();
    for (Column column : List.of(Column.EXPLORE_SC, Column.EXPLORE_TSO, Column.EXPLORE_RA)) {
      Explorer explorer =
          new Explorer(program().program(), memory(column), judge(column, off), options());
      for (Finding finding : explorer.until(findings -> false).explore().findings()) {
        rules.addAll(Stories.rules(finding.rules()));
      }
    }
    return rules;
  }

  @Override
  public String toString() {
    return row.name();
  }
}
