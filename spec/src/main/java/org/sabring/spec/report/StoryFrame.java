package org.sabring.spec.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Interleaving;
import org.sabring.spec.law.RingSide;

/**
 * A frame of a counterexample's animation: what there is to draw after one line. Counterexamples
 * come from TLC, from the solvers, from the explorer and from traces; what they share is how they
 * write a line, so that is what the drawing is made of: {@code WRITE=1 slots=[1, 0] P sleeps} or
 * {@code slot0=1}, and in the step {@code READ is 0}. What is written in no such way is not drawn,
 * and stays in the text.
 *
 * @param words the words with their newest values, in order
 * @param slots the data region
 * @param asleep who sleeps
 * @param knows what each side has loaded or stored last, word by word: it may be stale
 * @param beside what the memory says beside its words: buffered stores, old ones still to be read
 */
record StoryFrame(
    Map<String, String> words,
    List<String> slots,
    Set<RingSide> asleep,
    Map<RingSide, Map<String, String>> knows,
    String beside) {

  private static final Pattern WORD = Pattern.compile("(\\w+)=(\\[[^]]*]|[^\\s()]+)");
  private static final Pattern BESIDE = Pattern.compile("\\([^)]*\\)");
  private static final Pattern LEARNT =
      Pattern.compile("([A-Z][A-Z_]+|slot ?\\d+) (?:is|:=) (\\S+)");
  private static final Pattern WAKES = Pattern.compile("\\bwakes? [1-9]");

  /** The frames of all lines, in order. */
  static List<StoryFrame> of(Interleaving story) {
    List<StoryFrame> scenes = new ArrayList<>();
    StoryFrame before = null;
    for (Interleaving.Line line : story.lines()) {
      before = after(before, line);
      scenes.add(before);
    }
    return scenes;
  }

  private static StoryFrame after(@Nullable StoryFrame before, Interleaving.Line line) {
    Map<String, String> words = new LinkedHashMap<>();
    List<String> slots = new ArrayList<>();
    Matcher word = WORD.matcher(BESIDE.matcher(line.memory()).replaceAll(" "));
    while (word.find()) {
      String name = word.group(1);
      String value = word.group(2);
      if (name.equals("slots")) {
        slots.addAll(List.of(value.substring(1, value.length() - 1).split(", *")));
      } else if (name.matches("slot\\d+")) {
        slots.add(newest(value));
      } else {
        words.put(name, newest(value));
      }
    }
    StringBuilder beside = new StringBuilder();
    Matcher aside = BESIDE.matcher(line.memory());
    while (aside.find()) {
      beside.append(beside.isEmpty() ? "" : " ").append(aside.group());
    }
    return new StoryFrame(
        words, slots, asleep(before, line), knows(before, line), beside.toString());
  }

  /** Of the stores to a word that may still be read, the newest is written last. */
  private static String newest(String values) {
    return values.substring(values.lastIndexOf(',') + 1);
  }

  private static Set<RingSide> asleep(@Nullable StoryFrame before, Interleaving.Line line) {
    Set<RingSide> asleep = EnumSet.noneOf(RingSide.class);
    if (before != null) {
      asleep.addAll(before.asleep);
    }
    RingSide side = line.side();
    if (side != null) {
      asleep.remove(side);
      if (line.text().contains("sleeps")) {
        asleep.add(side);
      }
      if (line.text().contains("otif") && WAKES.matcher(line.text()).find()) {
        asleep.remove(side.peer());
      }
    }
    if (line.memory().contains("slots=[")) { // the law says it in so many words
      for (RingSide one : RingSide.values()) {
        if (line.memory().contains(one.letter() + " sleeps")) {
          asleep.add(one);
        } else {
          asleep.remove(one);
        }
      }
    }
    return asleep;
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
        Matcher learnt = LEARNT.matcher(line.text());
        while (learnt.find()) {
          known.put(learnt.group(1).replace(" ", ""), learnt.group(2));
        }
      }
      knows.put(side, known);
    }
    return knows;
  }
}
