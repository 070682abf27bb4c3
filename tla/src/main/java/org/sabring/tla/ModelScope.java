package org.sabring.tla;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The constants of a model as what its verdict holds for, in plain words. */
public final class ModelScope {

  /** The constants that bound what is said, and what people call them. */
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("Memory", "memory");
    NAMES.put("Profile", "profile");
    NAMES.put("Capacity", "capacity");
    NAMES.put("Bound", "ring stores");
    NAMES.put("HighWater", "high-water mark");
    NAMES.put("Items", "elements");
    NAMES.put("Patience", "a side that cannot go on");
    NAMES.put("Parts", "with");
    NAMES.put("Pauses", "pauses");
    NAMES.put("Source", "source");
    NAMES.put("Writer", "writer");
    NAMES.put("Waiters", "waiters");
    NAMES.put("Handshakes", "handshakes");
    NAMES.put("Limit", "slots in use");
  }

  /** Values that are short in TLA+. */
  private static final Map<String, String> WORDS =
      Map.of(
          "wait", "waits",
          "giveUp", "gives up",
          "count", "counters",
          "spurious", "spurious wake-ups",
          "[]", "nothing else");

  private ModelScope() {}

  /**
   * What a model is made over.
   *
   * @param open the constants that stand for every value
   */
  public static Map<String, String> of(Map<String, Object> constants, List<String> open) {
    Map<String, String> scope = new LinkedHashMap<>();
    NAMES.forEach(
        (constant, name) -> {
          Object value = open.contains(constant) ? "every" : constants.get(constant);
          if (value != null) {
            scope.put(name, text(value));
          }
        });
    return scope;
  }

  private static String text(Object value) {
    return value instanceof List<?> parts && !parts.isEmpty()
        ? String.join(", ", parts.stream().map(ModelScope::text).toList())
        : WORDS.getOrDefault(value.toString(), value.toString());
  }
}
