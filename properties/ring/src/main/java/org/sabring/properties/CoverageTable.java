package org.sabring.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sabring.spec.check.Figures;
import org.sabring.spec.check.Table;

/** The coverage table of the properties, side by side: one row for each thing that may happen. */
final class CoverageTable {

  private CoverageTable() {}

  /** Of the properties that say what they have to come by; what they need not is in brackets. */
  static Table of(List<PropertyRun> all) {
    List<PropertyRun> runs = all.stream().filter(run -> !run.expected().isEmpty()).toList();
    List<String> columns = new ArrayList<>(List.of("times"));
    Set<String> events = new TreeSet<>();
    for (PropertyRun run : runs) {
      columns.add(PropertyRun.nameOf(run.property()));
      events.addAll(run.expected());
    }
    List<List<String>> rows = new ArrayList<>();
    for (String event : events) {
      List<String> row = new ArrayList<>(List.of(event));
      runs.forEach(run -> row.add(cell(run, event)));
      rows.add(row);
    }
    return new Table("Coverage of the properties", columns, rows);
  }

  private static String cell(PropertyRun run, String event) {
    String times = Figures.text(run.figures().getOrDefault(event, 0).longValue());
    return run.expected().contains(event) ? times : "(" + times + ")";
  }
}
