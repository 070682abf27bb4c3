package org.sabring.spec.law;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the memory after a step, as data: what terminal, page and JSON show of it is made
 * from this, and never the other way round.
 *
 * @param cells the words, in order, with their values
 * @param slots the data region, if all of it is known; else each is a cell with its number in its
 *     name
 * @param asleep who sleeps; null where nobody says
 * @param beside what is there besides: buffered stores, or the whole of a memory that has no words
 */
public record MemoryPicture(
    List<Cell> cells, List<String> slots, @Nullable Set<RingSide> asleep, String beside) {

  private static final Pattern SLOT = Pattern.compile("slot\\d+");

  /**
   * A word.
   *
   * @param word its name
   * @param values the stores to it that may still be read, the newest last
   * @param readers who may read which, in brackets; empty where everybody reads the newest
   */
  public record Cell(String word, List<String> values, String readers) {

    public Cell {
      values = List.copyOf(values);
    }

    /** A word that everybody reads alike. */
    public Cell(String word, Object value) {
      this(word, List.of(value.toString()), "");
    }

    /** The newest store. */
    public String newest() {
      return values.get(values.size() - 1);
    }

    /** Whether it is a slot of the data region. */
    public boolean isSlot() {
      return SLOT.matcher(word).matches();
    }

    private String text() {
      return word + "=" + String.join(",", values) + (readers.isEmpty() ? "" : " " + readers);
    }
  }

  public MemoryPicture {
    cells = List.copyOf(cells);
    slots = List.copyOf(slots);
  }

  /** A memory that is no ring's, in words. */
  public static MemoryPicture said(String text) {
    return new MemoryPicture(List.of(), List.of(), null, text);
  }

  /** Whether it says nothing of the memory. */
  public boolean isEmpty() {
    return cells.isEmpty() && slots.isEmpty() && beside.isEmpty();
  }

  /** The same with more beside it. */
  public MemoryPicture with(String more) {
    return new MemoryPicture(cells, slots, asleep, beside.isEmpty() ? more : beside + " " + more);
  }

  /** Everything that may still be read, and by whom, and what is buffered. */
  public String besideWords() {
    String readers =
        cells.stream()
            .map(Cell::readers)
            .filter(r -> !r.isEmpty())
            .collect(Collectors.joining(" "));
    return readers.isEmpty() || beside.isEmpty() ? readers + beside : readers + " " + beside;
  }

  /** For people, on one line. */
  public String text() {
    StringBuilder text = new StringBuilder();
    cells.forEach(cell -> append(text, cell.text()));
    if (!slots.isEmpty()) {
      append(text, "slots=" + slots);
    }
    if (asleep != null) {
      EnumSet.allOf(RingSide.class).stream()
          .filter(asleep::contains)
          .forEach(side -> append(text, side.letter() + " sleeps"));
    }
    append(text, beside);
    return text.toString();
  }

  private static void append(StringBuilder text, String more) {
    if (!more.isEmpty()) {
      text.append(text.isEmpty() ? "" : " ").append(more);
    }
  }
}
