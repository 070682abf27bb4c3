package org.sabring.spec.check;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What checks were made over, as text: {@code capacity 2, 3; elements 5, 7; memory ra}. */
public final class Scope {

  /** Numbers by size, before words by letter. */
  private static final Comparator<String> BY_SIZE =
      Comparator.comparing(Scope::number, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Comparator.naturalOrder());

  private Scope() {}

  private static @Nullable BigDecimal number(String value) {
    return value.matches("\\d+") ? new BigDecimal(value) : null;
  }

  /** One scope in a line. */
  public static String text(Map<String, String> scope) {
    return scope.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(Collectors.joining("; "));
  }

  /**
   * All that several checks were made over: of each name every value, each once. That two values
   * stand here does not say that one check had both.
   */
  public static Map<String, String> union(Collection<Map<String, String>> scopes) {
    Map<String, TreeSet<String>> values = new LinkedHashMap<>();
    for (Map<String, String> scope : scopes) {
      scope.forEach(
          (name, value) ->
              values
                  .computeIfAbsent(name, any -> new TreeSet<>(BY_SIZE))
                  .addAll(List.of(value.split(", "))));
    }
    Map<String, String> all = new LinkedHashMap<>();
    values.forEach((name, each) -> all.put(name, String.join(", ", each)));
    return all;
  }
}
