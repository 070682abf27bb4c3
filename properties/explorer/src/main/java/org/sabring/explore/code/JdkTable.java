package org.sabring.explore.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The tables of {@code jdk.txt}: which classes and methods of the JDK the engine treats how. */
final class JdkTable {

  private static final Map<String, List<List<String>>> TABLES = new HashMap<>();

  static {
    List<List<String>> table = new ArrayList<>();
    try (InputStream file = JdkTable.class.getResourceAsStream("jdk.txt")) {
      byte[] bytes = Objects.requireNonNull(file, "jdk.txt").readAllBytes();
      for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("[")) {
          table = new ArrayList<>();
          TABLES.put(line.substring(1, line.length() - 1), table);
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          table.add(List.of(line.split(" ")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("jdk.txt", e);
    }
  }

  private JdkTable() {}

  /** The rows of a table, in columns. */
  static List<List<String>> rows(String name) {
    return Objects.requireNonNull(TABLES.get(name), name);
  }

  /** A table of a name and what is said of it. */
  static Map<String, String> map(String name) {
    Map<String, String> map = new HashMap<>();
    rows(name).forEach(row -> map.put(row.get(0), String.join(" ", row.subList(1, row.size()))));
    return map;
  }
}
