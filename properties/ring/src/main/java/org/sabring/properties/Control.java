package org.sabring.properties;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sabring.spec.catalog.Cell;
import org.sabring.spec.catalog.Column;
import org.sabring.spec.catalog.Mutant;
import org.sabring.spec.catalog.Mutants;
import org.sabring.spec.check.Check;
import org.sabring.spec.check.Status;
import org.sabring.spec.law.Rule;

/**
 * A mutant of the catalogue, and what the properties must find of it.
 *
 * @param mutant the row
 * @param catches all of which must be found
 */
record Control(Mutant mutant, List<Catch> catches) {

  /**
   * A rule that must be found broken.
   *
   * @param properties by some property of this class
   * @param rule the rule
   */
  record Catch(Class<?> properties, Rule rule) {

    /** The properties that watch the rule, of which one has to find it broken. */
    List<Method> candidates() {
      return PropertyRun.propertiesOf(properties).stream()
          .filter(property -> PropertyRun.rulesOf(property).contains(rule))
          .toList();
    }

    /** Whether a check has found it broken. */
    boolean isIn(Check check) {
      return check.status() == Status.FAIL
          && check.rules().contains(rule)
          && candidates().stream().anyMatch(p -> PropertyRun.nameOf(p).equals(check.name()));
    }

    @Override
    public String toString() {
      return properties.getSimpleName() + " " + rule;
    }
  }

  private static final Map<Column, Class<?>> PROPERTIES =
      Map.of(
          Column.ONE_THREAD, SequenceProperties.class,
          Column.TWO_THREADS, ThreadProperties.class,
          Column.SCHEDULES, ScheduleProperties.class);

  /** The properties that have no column, because few mistakes are asked of them. */
  private static final Map<String, List<Catch>> OTHERS =
      Map.of(
          "ClosedBeforeEmpty",
          List.of(new Catch(EveryScheduleProperties.class, Rule.RB501)),
          "CPublishOpaque",
          List.of(new Catch(EveryScheduleProperties.class, Rule.RB202)));

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

  /** The rules that it breaks. */
  List<Rule> rules() {
    return catches.stream().map(Catch::rule).distinct().toList();
  }
}
