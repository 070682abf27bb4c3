package org.sabring.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sabring.properties.mutant.Mistake;
import org.sabring.properties.trial.Mutation;
import org.sabring.spec.Rule;
import org.sabring.spec.mutant.Cell;
import org.sabring.spec.mutant.Column;
import org.sabring.spec.mutant.Mutant;
import org.sabring.spec.mutant.Mutants;

/**
 * A mutant of the catalogue, and the properties that must catch it, by class and rule: all of them
 * must.
 *
 * @param name of the mutant
 * @param mutation what is planted
 * @param catches the properties
 */
record Control(String name, Mutation mutation, List<Catch> catches) {

  /**
   * A property that must fail.
   *
   * @param properties its class
   * @param rule in its name, and among those it must find broken
   */
  record Catch(Class<?> properties, Rule rule) {}

  private static final Map<Column, Class<?>> PROPERTIES =
      Map.of(
          Column.ONE_THREAD, SingleThreadProperties.class,
          Column.TWO_THREADS, TwoThreadProperties.class,
          Column.SCHEDULES, ScheduleProperties.class);

  /** The properties that have no column, because few mistakes are asked of them. */
  private static final Map<String, List<Catch>> OTHERS =
      Map.of(
          "ClosedBeforeEmpty",
          List.of(
              new Catch(EveryScheduleProperties.class, Rule.RB501),
              new Catch(HistoryProperties.class, Rule.RB501)),
          "CPublishOpaque",
          List.of(new Catch(EveryScheduleProperties.class, Rule.RB202)),
          "TakeNewest",
          List.of(new Catch(HistoryProperties.class, Rule.RB101)));

  Control {
    catches = List.copyOf(catches);
  }

  /** Every mutant that some property catches. */
  static List<Control> all() {
    List<Control> all = new ArrayList<>();
    for (Mutant mutant : Mutants.all()) {
      List<Catch> catches = new ArrayList<>();
      Mutants.cells(mutant).forEach((column, cell) -> catches.addAll(catches(column, cell)));
      catches.addAll(OTHERS.getOrDefault(mutant.name(), List.of()));
      if (!catches.isEmpty()) {
        all.add(new Control(mutant.name(), Mistake.valueOf(mutant.name()), catches));
      }
    }
    return all;
  }

  private static List<Catch> catches(Column column, Cell cell) {
    Class<?> properties = PROPERTIES.get(column);
    return properties == null
        ? List.of()
        : cell.names().stream().map(rule -> new Catch(properties, Rule.valueOf(rule))).toList();
  }

  static Control named(String name) {
    return all().stream().filter(control -> control.name.equals(name)).findFirst().orElseThrow();
  }

  /** The rules that it breaks. */
  List<Rule> rules() {
    return catches.stream().map(Catch::rule).distinct().toList();
  }
}
