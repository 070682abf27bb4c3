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
    for (JsonNode line : lines) {
      String kind = line.path(steps ? "access" : "op").asText();
      Set<String> expected = (steps ? STEPS : CALLS).get(kind);
      assertThat(expected).as(line.toString()).isNotNull();
      checkKeys(line, steps ? "access" : "op", expected);
      if (line.has("mode")) {
        assertThat(line.get("mode").textValue()).as(line.toString()).isIn(MODES);
      }
    }
  }

  private static void checkKeys(JsonNode line, String first, Set<String> keys) {
    line.fieldNames()
        .forEachRemaining(
            name ->
                assertThat(name.equals(first) || keys.contains(name) || keys.contains(name + "?"))
                    .as("%s in %s", name, line)
                    .isTrue());
    keys.stream()
        .filter(key -> !key.endsWith("?"))
        .forEach(key -> assertThat(line.has(key)).as("%s in %s", key, line).isTrue());
  }

  /** The lines as text, without what no two runs have in common. */
  List<String> withoutClock() {
    return lines.stream()
        .map(line -> line.toString().replaceAll(",\"(call|return)\":\\d+", ""))
        .toList();
  }
}
