package org.sabring.properties.explore.race;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.sabring.spec.race.Races;

/** The outcomes as a file that reads well: a line for each memory. */
final class OutcomesText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private OutcomesText() {}

  static String of(Races.Outcomes outcomes) throws IOException {
    List<String> races = new ArrayList<>();
    for (var race : outcomes.entrySet()) {
      List<String> rings = new ArrayList<>();
      for (var ring : race.getValue().entrySet()) {
        rings.add(entry("    ", ring.getKey(), memories(ring.getValue())));
      }
      races.add(entry("  ", race.getKey(), rings));
    }
    return "{\n" + String.join(",\n", races) + "\n}\n";
  }

  private static List<String> memories(SortedMap<String, SortedSet<String>> sets)
      throws IOException {
    List<String> lines = new ArrayList<>();
    for (String memory : Races.MEMORIES) {
      lines.add("      \"%s\": %s".formatted(memory, JSON.writeValueAsString(sets.get(memory))));
    }
    return lines;
  }

  private static String entry(String indent, String key, List<String> lines) {
    return indent + "\"" + key + "\": {\n" + String.join(",\n", lines) + "\n" + indent + "}";
  }
}
