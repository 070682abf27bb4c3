package org.sabring.spec.recorders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One thread's file of a recording, held against the format: no key that the format does not have,
 * none missing.
 *
 * @param header its first line
 * @param lines the others
 */
record Recorded(JsonNode header, List<JsonNode> lines) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> MODES =
      Set.of("plain", "opaque", "acquire", "release", "volatile");

  /** The keys of a line, by its access; those with a question mark may be missing. */
  private static final Map<String, Set<String>> STEPS =
      Map.of(
          "load", Set.of("word", "name?", "index?", "part?", "value", "mode"),
          "store", Set.of("word", "name?", "index?", "part?", "value", "mode"),
          "add", Set.of("word", "name?", "value", "by", "mode"),
          "wait", Set.of("word", "name?", "expected", "result?"),
          "notify", Set.of("word", "name?", "woken?"),
          "fence", Set.of("mode"));

  /** The keys of a line, by its operation. */
  private static final Map<String, Set<String>> CALLS =
      Map.of(
          "put", Set.of("value", "result?", "call", "return?"),
          "offer", Set.of("value", "result?", "call", "return?"),
          "take", Set.of("value?", "end?", "call", "return?"),
          "poll", Set.of("value?", "empty?", "end?", "call", "return?"),
          "peek", Set.of("value?", "empty?", "end?", "call", "return?"),
          "count", Set.of("value?", "call", "return?"),
          "close", Set.of("call", "return?"),
          "cancel", Set.of("call", "return?"));

  static Recorded read(Path folder, String thread) throws IOException {
    List<JsonNode> all =
        Files.readAllLines(folder.resolve("sabring-" + thread + ".jsonl")).stream()
            .map(Recorded::parse)
            .toList();
    Recorded recorded = new Recorded(all.get(0), all.subList(1, all.size()));
    assertThat(recorded.header.get("thread").textValue()).isEqualTo(thread);
    recorded.check();
    return recorded;
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  private void check() {
    assertThat(header.get("format").textValue()).isEqualTo("sabring-trace");
    assertThat(header.get("version").intValue()).isEqualTo(1);
    boolean steps = header.get("kind").textValue().equals("steps");
    Set<String> keys = new TreeSet<>(Set.of("format", "version", "kind", "complete"));
    keys.addAll(Set.of("source", "run", "thread"));
    keys.addAll(steps ? Set.of("capacity", "cursors") : Set.of("bound"));
    assertThat(header.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(keys);
    String first = steps ? "access" : "op";
    for (JsonNode line : lines) {
      Set<String> expected = (steps ? STEPS : CALLS).get(line.path(first).asText());
      boolean known = expected != null && hasKeys(line, first, expected);
      if (!known || !hasMode(line)) {
        throw new AssertionError("not in the format: " + line);
      }
    }
  }

  private static boolean hasMode(JsonNode line) {
    return !line.has("mode") || MODES.contains(line.get("mode").textValue());
  }

  private static boolean hasKeys(JsonNode line, String first, Set<String> keys) {
    Set<String> there = new TreeSet<>();
    line.fieldNames().forEachRemaining(there::add);
    there.remove(first);
    return keys.stream().allMatch(key -> key.endsWith("?") || there.contains(key))
        && there.stream().allMatch(name -> keys.contains(name) || keys.contains(name + "?"));
  }

  /** The lines as text, without what no two runs have in common. */
  List<String> withoutClock() {
    return lines.stream()
        .map(line -> line.toString().replaceAll(",\"(call|return)\":\\d+", ""))
        .toList();
  }
}
