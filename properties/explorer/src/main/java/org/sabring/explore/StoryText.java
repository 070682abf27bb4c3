package org.sabring.explore;

import java.util.ArrayList;
import java.util.List;
import org.sabring.explore.Story.Line;

/** A story as text: one column a side, one line a step, the source line behind it. */
final class StoryText {

  private StoryText() {}

  static String of(Story story, int columns) {
    int sides = story.sides().size();
    boolean apart = sides <= 3;
    int width = Math.max(24, (columns - 6) / (apart ? sides : 1) - 3);
    StringBuilder text = new StringBuilder(story.title()).append('\n');
    StringBuilder head = new StringBuilder("step |");
    for (int side = 0; side < (apart ? sides : 1); side++) {
      String name = apart ? String.valueOf(story.sides().get(side)) : "side";
      head.append(' ').append(pad(name, width)).append(side + 1 < sides && apart ? " |" : "");
    }
    text.append(head.toString().stripTrailing()).append('\n');
    text.append("-".repeat(Math.min(columns, head.length()))).append('\n');
    int number = 0;
    for (Line line : story.lines()) {
      if (line.side() >= 0) {
        step(text, story, line, ++number, width, apart);
      }
    }
    return text.toString();
  }

  private static void step(
      StringBuilder text, Story story, Line line, int number, int width, boolean apart) {
    String source = line.source() == null ? "" : "  at " + line.source();
    String prefix = apart ? "" : story.sides().get(line.side()) + " ";
    List<String> rows = new ArrayList<>(wrapped(prefix + line.text(), width));
    if (!source.isEmpty()) {
      rows.addAll(wrapped(source, width));
    }
    if (!line.note().isEmpty()) {
      rows.addAll(wrapped("  ! " + line.note().replaceAll("; $", ""), width));
    }
    int sides = apart ? story.sides().size() : 1;
    int own = apart ? line.side() : 0;
    for (int row = 0; row < rows.size(); row++) {
      StringBuilder out = new StringBuilder(row == 0 ? "%4d |".formatted(number) : "     |");
      for (int side = 0; side < sides; side++) {
        out.append(' ').append(pad(side == own ? rows.get(row) : "", width));
        out.append(side + 1 < sides ? " |" : "");
      }
      text.append(out.toString().stripTrailing()).append('\n');
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static List<String> wrapped(String text, int width) {
    List<String> rows = new ArrayList<>();
    String left = text;
    while (left.length() > width) {
      int at = left.lastIndexOf(' ', width);
      int cut = at <= 4 ? width : at;
      rows.add(left.substring(0, cut));
      left = "    " + left.substring(cut).strip();
    }
    rows.add(left);
    return rows;
  }
}
