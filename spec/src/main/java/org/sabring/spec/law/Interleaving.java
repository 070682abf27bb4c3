package org.sabring.spec.law;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A counterexample as an interleaving of steps: one column a side, one line a step, the memory
 * beside it.
 *
 * @param title what it shows, in a sentence
 * @param lines the steps in order
 */
public record Interleaving(String title, List<Line> lines) {

  /**
   * One step.
   *
   * @param side who took it; null for what both share, such as the beginning
   * @param text the step with its values, for example {@code PPublish WRITE := 3}
   * @param known what the side has loaded or stored in it: what it now takes a word to hold
   * @param picture the memory after the step
   * @param note why this line matters, or empty
   * @param views what each side may load after the step, where that is not one value that both
   *     load; empty where the memory is sequentially consistent, or nobody says
   */
  public record Line(
      @Nullable RingSide side,
      String text,
      List<MemoryPicture.Cell> known,
      MemoryPicture picture,
      String note,
      List<View> views) {

    public Line {
      known = List.copyOf(known);
      views = List.copyOf(views);
    }

    /** A step after which both sides load the newest stores. */
    public Line(
        @Nullable RingSide side,
        String text,
        List<MemoryPicture.Cell> known,
        MemoryPicture picture,
        String note) {
      this(side, text, known, picture, note, List.of());
    }

    /** A step that moves no word, or a beginning. */
    public Line(@Nullable RingSide side, String text, MemoryPicture picture, String note) {
      this(side, text, List.of(), picture, note, List.of());
    }

    /** A step beside a memory that is told in words. */
    public Line(@Nullable RingSide side, String text, String memory, String note) {
      this(side, text, MemoryPicture.said(memory), note);
    }

    /** The memory after the step, for people. */
    public String memory() {
      return picture.text();
    }
  }

  /**
   * What a side may load from a word.
   *
   * @param side who loads
   * @param word the name of the word, as in the memory of the line
   * @param values the newest first
   */
  public record View(RingSide side, String word, List<String> values) {

    public View {
      values = List.copyOf(values);
    }
  }

  public Interleaving {
    lines = List.copyOf(lines);
  }

  /** Draws it in columns for a terminal, with a line between steps where the other side goes on. */
  public List<String> draw() {
    int producer = width("producer", RingSide.PRODUCER);
    int consumer = width("consumer", RingSide.CONSUMER);
    List<String> drawn = new ArrayList<>();
    drawn.add(row("step", "producer", "consumer", "memory after it", producer, consumer));
    drawn.add("-".repeat(drawn.get(0).length()));
    int step = 0;
    for (Line line : lines) {
      String left = line.side() == RingSide.PRODUCER ? line.text() : "";
      String right = line.side() == RingSide.CONSUMER ? line.text() : "";
      String number = line.side() == null ? "" : Integer.toString(++step);
      String memory = line.side() == null ? line.text() + "  " + line.memory() : line.memory();
      drawn.add(row(number, left, right, memory, producer, consumer));
      if (!line.note().isEmpty()) {
        drawn.add(row("", "", "", "^ " + line.note(), producer, consumer));
      }
    }
    return drawn;
  }

  private int width(String heading, RingSide side) {
    return lines.stream()
        .filter(line -> line.side() == side)
        .mapToInt(line -> line.text().length())
        .reduce(heading.length(), Math::max);
  }

  private static String row(
      String number, String left, String right, String memory, int producer, int consumer) {
    String format = "%4s | %-" + producer + "s | %-" + consumer + "s | %s";
    return String.format(format, number, left, right, memory).stripTrailing();
  }
}
