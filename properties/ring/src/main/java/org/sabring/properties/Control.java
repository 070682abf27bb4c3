package org.sabring.properties;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sabring.spec.Rule;
import org.sabring.spec.mutant.Cell;
import org.sabring.spec.mutant.Column;
import org.sabring.spec.mutant.Mutant;
import org.sabring.spec.mutant.Mutants;

/**
 * A mutant of the catalogue, and the properties that must catch it, by class and rule: all of them
 * must.
 *
 * @param mutant the row
 * @param catches the properties
 */
record Control(Mutant mutant, List<Catch> catches) {

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
        all.add(new Control(mutant, catches));
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
    return all().stream().filter(control -> control.name().equals(name)).findFirst().orElseThrow();
  }

  String name() {
    return mutant.name();
  }

  /** The properties that should catch it, and which rules each should find broken. */
  Map<Method, List<Rule>> expected() {
    Map<Method, List<Rule>> expected = new LinkedHashMap<>();
    for (Catch caught : catches) {
      expected.computeIfAbsent(propertyFor(caught), m -> new ArrayList<>()).add(caught.rule());
    }
    return expected;
  }

  /** A rule stands in the name of one property of a class. */
  private static Method propertyFor(Catch expected) {
    return PropertyRun.propertiesOf(expected.properties()).stream()
        .filter(property -> PropertyRun.rulesOf(property).contains(expected.rule()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no property for " + expected));
  }

  /** The rules that it breaks. */
  List<Rule> rules() {
    return catches.stream().map(Catch::rule).distinct().toList();
  }
}
