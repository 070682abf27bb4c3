package org.sabring.explore;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.runtime.SourceLine;

/**
 * A counterexample as data: what each step did, where in the source, and what else could have been
 * read.
 *
 * @param title what it shows
 * @param sides the letters of the sides, in their order
 * @param lines the steps, after a first line that tells the beginning
 */
public record Story(String title, List<Character> sides, List<Line> lines) {

  public Story {
    sides = List.copyOf(sides);
    lines = List.copyOf(lines);
  }

  /**
   * A step.
   *
   * @param side whose it is; negative for the beginning
   * @param text what it does
   * @param known what the side has read or stored; null if it touched no location
   * @param memory what the locations hold afterwards
   * @param asleep the sides that sleep afterwards
   * @param note what is remarkable about it; perhaps nothing
   * @param views what sides may load afterwards where it is not the newest store alone
   * @param source where in the code it is; null if it is nobody's code
   */
  public record Line(
      int side,
      String text,
      @Nullable Held known,
      List<Held> memory,
      List<Integer> asleep,
      String note,
      List<View> views,
      @Nullable SourceLine source) {
    public Line {
      memory = List.copyOf(memory);
      asleep = List.copyOf(asleep);
      views = List.copyOf(views);
    }
  }

  /** A location and what it holds. */
  public record Held(String location, String value) {}

  /** What a side may load from a location. */
  public record View(int side, String location, List<String> values) {
    public View {
      values = List.copyOf(values);
    }
  }

  /** As text, in so many columns. */
  public String draw(int columns) {
    return StoryText.of(this, columns);
  }

  /** As text, in the columns of an ordinary terminal. */
  @Override
  public String toString() {
    return StoryText.of(this, 120);
  }
}
