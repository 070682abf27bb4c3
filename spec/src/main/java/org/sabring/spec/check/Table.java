package org.sabring.spec.check;

import java.util.List;

/**
 * A table over many checks, for what a list would not show.
 *
 * @param title what it shows, in a sentence
 * @param columns the headings
 * @param rows the cells, as many in each row as there are columns
 */
public record Table(String title, List<String> columns, List<List<String>> rows) {

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            title + ": " + columns.size() + " columns, but a row " + row);
      }
    }
  }
}
