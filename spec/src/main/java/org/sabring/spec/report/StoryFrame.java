package org.sabring.spec.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.MemoryPicture;
import org.sabring.spec.law.RingSide;

/**
 * A frame of a counterexample's animation: what there is to draw after one line. A line that says
 * nothing of the memory, such as the step that nothing explains, leaves it as it was.
 *
 * @param words the words with their newest values, in order
 * @param slots the data region
 * @param asleep who sleeps
 * @param knows what each side has loaded or stored last, word by word: it may be stale
 * @param beside what there is beside the words: buffered stores, old ones still to be read
 */
record StoryFrame(
    Map<String, String> words,
    List<String> slots,
    Set<RingSide> asleep,
    Map<RingSide, Map<String, String>> knows,
    String beside) {

  /** The frames of all lines, in order. */
  static List<StoryFrame> of(Interleaving story) {
    List<StoryFrame> frames = new ArrayList<>();
    StoryFrame before = null;
    for (Interleaving.Line line : story.lines()) {
      before = after(before, line);
      frames.add(before);
    }
    return frames;
  }

  private static StoryFrame after(@Nullable StoryFrame before, Interleaving.Line line) {
    MemoryPicture picture = line.picture();
    Map<String, String> words = new LinkedHashMap<>();
    List<String> slots = new ArrayList<>(picture.slots());
    for (MemoryPicture.Cell cell : picture.cells()) {
      if (cell.isSlot()) {
        slots.add(cell.newest());
      } else {
        words.put(cell.word(), cell.newest());
      }
    }
    Set<RingSide> asleep = picture.asleep();
    if (asleep == null) {
      asleep = before == null ? Set.of() : before.asleep;
    }
    if (before != null && picture.isEmpty()) {
      words.putAll(before.words);
      slots.addAll(before.slots);
    }
    String beside = words.isEmpty() && slots.isEmpty() ? "" : picture.besideWords();
    return new StoryFrame(words, slots, asleep, knows(before, line), beside);
  }

  private static Map<RingSide, Map<String, String>> knows(
      @Nullable StoryFrame before, Interleaving.Line line) {
    Map<RingSide, Map<String, String>> knows = new EnumMap<>(RingSide.class);
    for (RingSide side : RingSide.values()) {
      Map<String, String> known = new LinkedHashMap<>();
      if (before != null) {
        known.putAll(before.knows.getOrDefault(side, Map.of()));
      }
      if (side == line.side()) {
        line.known().forEach(cell -> known.put(cell.word(), cell.newest()));
      }
      knows.put(side, known);
    }
    return knows;
  }
}
