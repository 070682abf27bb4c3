package org.sabring.spec.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sabring.spec.law.Rule;

/**
 * The cross-references of rules to sources: the lines of TLA+ that define their properties, and the
 * first line of each Java file of the ring that names them. They are looked up in the sources, and
 * so are where they are said to be; without the sources there are none.
 */
public final class Places {

  /**
   * A line.
   *
   * @param text file and line
   * @param address the file as seen from the page, which lies two folders deep
   * @param code what stands there: the whole definition, or the line with its neighbours
   */
  public record Place(String text, String address, String code) {}

  private final Map<Rule, List<Place>> places = new EnumMap<>(Rule.class);

  /** Looks through the sources under the root of the repository. */
  public Places(Path root) {
    for (String folder : List.of("tla/law", "tla/weak", "tla/waiting", "tla/stream")) {
      files(root.resolve(folder), ".tla").forEach(file -> look(root, file, true));
    }
    files(root.resolve("impl/src/main/java"), ".java").forEach(file -> look(root, file, false));
  }

  /** The places of a rule; the law first. */
  public List<Place> of(Rule rule) {
    return places.getOrDefault(rule, List.of());
  }

  private static List<Path> files(Path folder, String suffix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void look(Path root, Path file, boolean isLaw) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = root.relativize(file).toString().replace('\\', '/');
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      for (Rule rule : named(line, isLaw)) {
        List<Place> found = places.computeIfAbsent(rule, none -> new ArrayList<>());
        String address = "../../" + name;
        if (found.stream().noneMatch(place -> place.address().equals(address))) {
          String code = isLaw ? definition(lines, i) : neighbours(lines, i);
          found.add(new Place(name.replaceFirst(".*/", "") + ":" + (i + 1), address, code));
        }
      }
    }
  }

  /** From the comment before it to the next blank line. */
  private static String definition(List<String> lines, int at) {
    int from = at;
    while (from > 0 && lines.get(from - 1).startsWith("\\*")) {
      from--;
    }
    int to = at;
    while (to < lines.size() && !lines.get(to).isBlank()) {
      to++;
    }
    return String.join("\n", lines.subList(from, to));
  }

  private static String neighbours(List<String> lines, int at) {
    List<String> three = lines.subList(Math.max(0, at - 1), Math.min(lines.size(), at + 2));
    return String.join("\n", three.stream().map(Places::plain).toList());
  }

  /** A line of a comment without what makes it one. */
  private static String plain(String line) {
    return line.strip().replaceFirst("^[*] ?", "");
  }

  private static List<Rule> named(String line, boolean isLaw) {
    if (isLaw) {
      return line.matches("\\w+ ==.*") ? Rule.statedBy(line.split(" ", 2)[0]) : List.of();
    }
    return Stream.of(Rule.values()).filter(rule -> line.contains(rule.name())).toList();
  }
}
