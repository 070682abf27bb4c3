package org.sabring.spec.race;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The races, as {@code races.json} has them, and their outcomes, as {@code outcomes.json} has. */
public final class Races {

  /** The memories, from the strongest to the weakest: what one allows the next allows too. */
  public static final List<String> MEMORIES = List.of("SC", "TSO", "RA");

  /** The weakest memory, which is Java's: what the machine shows has to be allowed by it. */
  public static final String WEAKEST = "RA";

  /** For each race, for each ring: for each memory the outcomes. Sorted, so that it reads well. */
  public static final class Outcomes
      extends TreeMap<String, SortedMap<String, SortedMap<String, SortedSet<String>>>> {
    private static final long serialVersionUID = 1L;

    /** What a memory allows on a ring; empty if this does not say. */
    public SortedSet<String> of(RaceProgram race, RaceRing ring, String memory) {
      return getOrDefault(race.name(), Collections.emptySortedMap())
          .getOrDefault(ring.name(), Collections.emptySortedMap())
          .getOrDefault(memory, Collections.emptySortedSet());
    }
  }

  /** The programs. */
  private record File(List<RaceProgram> races) {}

  private static final List<RaceProgram> ALL = read("races.json", File.class).races();
  private static final Outcomes OUTCOMES = read("outcomes.json", Outcomes.class);

  private Races() {}

  private static <T> T read(String file, Class<T> type) {
    try (InputStream in = Races.class.getResourceAsStream(file)) {
      return new ObjectMapper().readValue(Objects.requireNonNull(in, file), type);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** All races, in the order of the file. */
  public static List<RaceProgram> all() {
    return ALL;
  }

  /**
   * The race of that name.
   *
   * @throws IllegalArgumentException naming it, if there is none
   */
  public static RaceProgram named(String name) {
    return ALL.stream()
        .filter(race -> race.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("races.json: no race " + name + ", expected one"));
  }

  /** What a memory allows on a ring; empty if the file does not say. */
  public static SortedSet<String> allowed(RaceProgram race, RaceRing ring, String memory) {
    return OUTCOMES.of(race, ring, memory);
  }

  /** What any memory allows on any ring of a race. */
  public static SortedSet<String> known(RaceProgram race) {
    SortedSet<String> known = new TreeSet<>();
    race.rings().forEach(ring -> known.addAll(allowed(race, ring, WEAKEST)));
    return known;
  }

  /** What a weaker ring of a race allows, and the shipped ring on no memory. */
  public static SortedSet<String> mistakes(RaceProgram race, RaceRing ring) {
    SortedSet<String> mistakes = new TreeSet<>(allowed(race, ring, WEAKEST));
    mistakes.removeAll(allowed(race, RaceRing.SHIPPED, WEAKEST));
    return mistakes;
  }
}
