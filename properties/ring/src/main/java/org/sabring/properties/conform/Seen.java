package org.sabring.properties.conform;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * An observation of the code, and what the law must be able to do then.
 *
 * @param action the step that the law takes; empty if it takes none
 * @param holds what its variables are afterwards
 */
public record Seen(String action, Map<String, String> holds) {

  /** Nothing that the law would know of. */
  public static final Seen NOTHING = new Seen("", Map.of());

  public Seen {
    holds = Map.copyOf(holds);
  }

  /** A step. */
  public static Seen step(String action) {
    return new Seen(action, Map.of());
  }

  /** No step, but the variable has that value. */
  public static Seen holds(String variable, Object value) {
    return NOTHING.and(variable, value);
  }

  /** The same, and the variable has that value afterwards. */
  public Seen and(String variable, Object value) {
    Map<String, String> more = new java.util.TreeMap<>(holds);
    more.put(variable, value.toString());
    return new Seen(action, more);
  }

  @Override
  public String toString() {
    String conditions =
        holds.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey() + " = " + e.getValue())
            .collect(Collectors.joining(", "));
    return conditions.isEmpty()
        ? action
        : action.isEmpty() ? conditions : action + " with " + conditions;
  }
}
