package org.sabring.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.sabring.explore.Story.Line;

/**
 * A renderer of counterexamples as text: one column for each side that takes a step, one line a
 * step, and below it where in the source it is and what is remarkable about it.
 */
final class StoryText {

  /** More sides than this have no columns of their own. */
  private static final int COLUMNS = 3;

  private final Story story;
  private final List<Integer> sides;
  private final boolean apart;
  private final int width;
  private final int columns;
  private final StringBuilder text = new StringBuilder();

  private StoryText(Story story, int columns) {
    this.story = story;
    this.columns = columns;
    TreeSet<Integer> acting = new TreeSet<>();
    story.lines().stream().map(Line::side).filter(side -> side >= 0).forEach(acting::add);
    sides = List.copyOf(acting);
    apart = sides.size() <= COLUMNS;
    int parts = apart ? Math.max(1, sides.size()) : 1;
    width = Math.max(20, (columns - 5) / parts - 3);
  }

  static String of(Story story, int columns) {
    return new StoryText(story, columns).write();
  }

  private String write() {
    wrapped(story.title(), columns).forEach(row -> text.append(row).append('\n'));
    StringBuilder head = new StringBuilder("step");
    for (int side : sides) {
      if (apart) {
        head.append(" | ").append(pad(String.valueOf(story.sides().get(side))));
      }
    }
    text.append(head.toString().stripTrailing()).append('\n');
    text.append("-".repeat(Math.min(columns, Math.max(head.length(), 40)))).append('\n');
    int number = 0;
    for (Line line : story.lines()) {
      if (line.side() >= 0) {
        step(line, ++number);
      }
    }
    return text.toString().stripTrailing();
  }

  private void step(Line line, int number) {
    String prefix = apart ? "" : story.sides().get(line.side()) + " ";
    List<String> rows = new ArrayList<>(wrapped(prefix + line.text(), width));
    if (line.source() != null && line.source().line() > 0) {
      String at = "at " + line.source().file() + ":" + line.source().line();
      boolean fits = rows.size() == 1 && rows.get(0).length() + at.length() + 2 <= width;
      if (fits) {
        rows.set(0, rows.get(0) + "  " + at);
      } else {
        rows.add("  " + at);
      }
    }
    for (int row = 0; row < rows.size(); row++) {
      StringBuilder out = new StringBuilder(row == 0 ? "%4d".formatted(number) : "    ");
      for (int side : apart ? sides : List.of(line.side())) {
        out.append(" | ").append(pad(side == line.side() ? rows.get(row) : ""));
      }
      text.append(out.toString().stripTrailing()).append('\n');
    }
    if (!line.note().isEmpty()) {
      String note = "     ^ " + line.note().replaceAll("; $", "");
      wrapped(note, columns).forEach(row -> text.append(row).append('\n'));
    }
  }

  private String pad(String cell) {
    return cell + " ".repeat(Math.max(0, width - cell.length()));
  }

  private static List<String> wrapped(String all, int width) {
    List<String> rows = new ArrayList<>();
    String left = all;
    while (left.length() > width) {
      int at = left.lastIndexOf(' ', width);
      int cut = at <= 6 ? width : at;
      rows.add(left.substring(0, cut));
      left = "    " + left.substring(cut).strip();
    }
    rows.add(left);
    return rows;
  }
}
