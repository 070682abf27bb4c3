package org.sabring.spec.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sabring.spec.law.Rule;

/**
 * A mutant: the ring with one deliberate mistake, and a row of the matrix.
 *
 * @param name the same in TLA+ and Java, where it stands there
 * @param family which kind of mistake
 * @param mistake what is wrong, in a sentence
 * @param rules the rules that it breaks
 * @param sources reports of real programs that made it, as addresses; most have none
 * @param calls what the sides do in the explorer; null if it is not planted in Java
 * @param memory the first memory of SC, TSO and RA that shows it
 * @param schedule the shortest way to it there, for {@code sabring explore --replay}; empty if the
 *     explorer does not see it
 * @param alone the rule that notices it when no other does
 * @param edits how it is planted in shipped sources: nearly always one; empty if it is not planted
 *     in Java
 * @param caught for each column that catches it, how
 * @param unseen for each reason, the columns that cannot see it
 * @param equivalent for each check that shows that it makes no difference, the columns
 */
public record Mutant(
    String name,
    String family,
    String mistake,
    List<Rule> rules,
    List<String> sources,
    @JsonProperty("calls") @Nullable Calls calls,
    String memory,
    String schedule,
    @JsonProperty("alone") @Nullable Rule alone,
    List<Edit> edits,
    Map<String, String> caught,
    Map<String, List<String>> unseen,
    Map<String, List<String>> equivalent) {

  /**
   * A program that is enough to show it.
   *
   * @param capacity of the ring
   * @param producer its calls
   * @param consumer its calls
   * @param interrupts how many interrupts there may be
   * @param fromOutside whether the sides' own steps are left unwatched, because the mistake is not
   *     in them by themselves
   */
  public record Calls(
      int capacity, String producer, String consumer, int interrupts, boolean fromOutside) {}

  /**
   * One text of a shipped source, and another in its place.
   *
   * @param in the class's source, as a path from the root of the repository
   * @param find the text, which stands there once
   * @param replace what stands there instead
   */
  public record Edit(String in, String find, String replace) {

    /** The two as a difference of lines: what goes with a minus, what comes with a plus. */
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      find.lines().forEach(line -> lines.add("- " + line));
      replace.lines().forEach(line -> lines.add("+ " + line));
      return lines;
    }
  }

  @SuppressWarnings("RedundantNullCheck") // Jackson passes null for what the file leaves out
  public Mutant {
    sources = Objects.requireNonNullElse(sources, List.of());
    edits = Objects.requireNonNullElse(edits, List.of());
    memory = Objects.requireNonNullElse(memory, "");
    schedule = Objects.requireNonNullElse(schedule, "");
    caught = Objects.requireNonNullElse(caught, Map.of());
    unseen = Objects.requireNonNullElse(unseen, Map.of());
    equivalent = Objects.requireNonNullElse(equivalent, Map.of());
  }

  /** The sources without their scheme, for a page that links to no other. */
  public List<String> reports() {
    return sources.stream().map(source -> source.replaceFirst("^https://", "")).toList();
  }

  /** Whether a real program has made the mistake. */
  public boolean isReported() {
    return !sources.isEmpty();
  }

  /** Whether it is in a stream over the ring, and not in the ring. */
  public boolean isInStream() {
    return family.equals("stream");
  }

  /** The reports in a line. */
  public String reportText() {
    return String.join(", ", reports());
  }

  /**
   * Its cells, in the order of the columns.
   *
   * @param reasons the sentences that the reasons stand for
   * @param elsewhere for each reason, the columns that see nothing of its family
   * @throws IllegalArgumentException naming the first column that has no cell, or more than one
   */
  Map<Column, Cell> cells(Map<String, String> reasons, Map<String, List<String>> elsewhere) {
    Map<String, List<String>> blind = new LinkedHashMap<>(unseen);
    elsewhere.forEach(
        (reason, columns) ->
            blind.merge(reason, columns, (a, b) -> Stream.of(a, b).flatMap(List::stream).toList()));
    Map<Column, Cell> cells = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      List<Cell> found = new ArrayList<>();
      String how = caught.get(column.label());
      if (how != null) {
        found.add(Cell.caught(how));
      }
      blind.forEach(
          (reason, columns) -> {
            if (columns.contains(column.label())) {
              found.add(Cell.unseen(Objects.requireNonNull(reasons.get(reason), reason)));
            }
          });
      equivalent.forEach(
          (check, columns) -> {
            if (columns.contains(column.label())) {
              found.add(Cell.equivalent(check));
            }
          });
      if (found.size() != 1) {
        throw new IllegalArgumentException(
            "mutants.json: %s has %d cells in column '%s', expected 1"
                .formatted(name, found.size(), column.label()));
      }
      cells.put(column, found.get(0));
    }
    return cells;
  }
}
