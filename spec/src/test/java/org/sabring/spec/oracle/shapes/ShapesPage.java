package org.sabring.spec.oracle.shapes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sabring.spec.law.Rule;

/** The page that says under which rule each mistake is found in a ring of each shape. */
final class ShapesPage {

  private static final String BEGIN = "<!-- shapes: begin -->\n";
  private static final String END = "<!-- shapes: end -->\n";

  private final List<Shape> shapes = new ArrayList<>();
  private final List<Map<Mistake, String>> rows = new ArrayList<>();

  void begin(Shape shape) {
    shapes.add(shape);
    rows.add(new EnumMap<>(Mistake.class));
  }

  /** Notes the rule under which most of the recordings were found. */
  void add(Mistake mistake, Trial trial) {
    String cell = "–";
    int most = 0;
    for (Map.Entry<Rule, Integer> rule : trial.rules.entrySet()) {
      if (rule.getValue() > most) {
        most = rule.getValue();
        cell = rule.getKey().toString().substring(2);
      }
    }
    rows.get(rows.size() - 1).put(mistake, cell);
  }

  /** The mistakes that were found in some shape. */
  List<Mistake> found() {
    return List.of(Mistake.values()).stream()
        .filter(
            mistake -> rows.stream().anyMatch(row -> !row.getOrDefault(mistake, "–").equals("–")))
        .toList();
  }

  /** The page with the tables between its markers. */
  String in(String page) {
    String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
    return before + legend() + table() + page.substring(page.indexOf(END));
  }

  private static String code(Mistake mistake) {
    return String.valueOf((char) ('a' + List.of(Mistake.values()).indexOf(mistake)));
  }

  private static String legend() {
    StringBuilder text = new StringBuilder("\n| | mistake | may be found under |\n|---|---|---|\n");
    for (Mistake mistake : Mistake.values()) {
      text.append("| %s | %s | %s |\n".formatted(code(mistake), mistake.text, rules(mistake)));
    }
    return text.toString();
  }

  private static String rules(Mistake mistake) {
    return String.join(", ", mistake.rules.stream().map(Rule::toString).toList());
  }

  private String table() {
    StringBuilder text = new StringBuilder("\n| shape | right |");
    StringBuilder line = new StringBuilder("|---|---|");
    for (Mistake mistake : Mistake.values()) {
      text.append(' ').append(code(mistake)).append(" |");
      line.append("---|");
    }
    text.append('\n').append(line).append('\n');
    for (int i = 0; i < shapes.size(); i++) {
      text.append("| ").append(shapes.get(i).name()).append(" | conforms |");
      for (Mistake mistake : Mistake.values()) {
        text.append(' ').append(rows.get(i).getOrDefault(mistake, "")).append(" |");
      }
      text.append('\n');
    }
    return text.append('\n').toString();
  }
}
