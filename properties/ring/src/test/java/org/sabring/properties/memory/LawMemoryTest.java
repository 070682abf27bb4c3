package org.sabring.properties.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.memory.Mode;
import org.sabring.tla.tlc.LawOutcomes;

/**
 * The memories of the explorer are those of the law: TLC and the explorer's own memories give the
 * same outcomes to every program of {@code MemoryPrograms.tla}. By default these are programs of
 * two accesses a thread in any two modes, and of three in one mode of a half of them, which the
 * seed chooses; with {@code -Dsabring.full=true} they are of three in any two modes.
 */
@Tag("any-jdk")
class LawMemoryTest {

  /**
   * Programs that one run of TLC explores.
   *
   * @param law the model of the law
   * @param bounds what it is told beyond its own bounds
   * @param pairs the modes of P and C
   */
  private record Part(
      MemoryModel memory,
      String law,
      Map<String, Object> bounds,
      int length,
      List<List<String>> pairs) {}

  private static final boolean FULL = Boolean.getBoolean("sabring.full");

  private static final long SEED = Long.getLong("sabring.seed", System.nanoTime());

  @TempDir static Path folder;

  private static final Map<Part, Map<String, Set<String>>> LAW = new LinkedHashMap<>();

  @BeforeAll
  static void runTlc() throws InterruptedException, ExecutionException {
    List<Part> parts = new ArrayList<>();
    System.out.println("programs of three accesses, -Dsabring.seed=" + SEED);
    parts.addAll(parts(MemoryModel.RA, ""));
    parts.addAll(parts(MemoryModel.TSO, "-tso"));
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Map<String, Set<String>>>> runs = new ArrayList<>();
      parts.forEach(part -> runs.add(() -> LawOutcomes.of(part.law, part.bounds, folder)));
      List<Future<Map<String, Set<String>>>> told = two.invokeAll(runs);
      for (int i = 0; i < parts.size(); i++) {
        LAW.put(parts.get(i), told.get(i).get());
      }
    } finally {
      two.shutdownNow();
    }
  }

  private static List<Part> parts(MemoryModel memory, String suffix) {
    List<String> modes = MemoryPrograms.MODES;
    String any = "memory-programs-2" + suffix;
    List<Part> parts = new ArrayList<>();
    if (FULL) {
      for (String p : modes) {
        Map<String, Object> bounds = Map.of("Length", 3, "ModesOfP", List.of(p));
        parts.add(new Part(memory, any, bounds, 3, pairs(List.of(p), modes)));
      }
    } else {
      parts.add(new Part(memory, any, Map.of(), 2, pairs(modes, modes)));
      int first = 3 * Math.floorMod(SEED, 2);
      List<String> half = modes.subList(first, first + 3);
      Map<String, Object> bounds = Map.of("ModesOfP", half);
      List<List<String>> equal = half.stream().map(mode -> List.of(mode, mode)).toList();
      parts.add(new Part(memory, "memory-programs-3" + suffix, bounds, 3, equal));
    }
    return parts;
  }

  private static List<List<String>> pairs(List<String> ofP, List<String> ofC) {
    return ofP.stream().flatMap(p -> ofC.stream().map(c -> List.of(p, c))).toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = MemoryModel.class,
      names = {"TSO", "RA"})
  void everyProgramHasTheOutcomesOfTheLaw(MemoryModel memory) {
    assertThat(difference(memory, mode -> mode)).isEmpty();
    int programs =
        LAW.keySet().stream().filter(p -> p.memory == memory).mapToInt(LawMemoryTest::size).sum();
    assertThat(programs).isEqualTo(FULL ? 36 * 648 : 3 * 648 + 36 * 72);
  }

  private static int size(Part part) {
    return Objects.requireNonNull(LAW.get(part)).size();
  }

  /** Controls: a memory with one mistake has other outcomes. */
  @ParameterizedTest
  @CsvSource({
    "ACQUIRE, OPAQUE",
    "RELEASE, OPAQUE",
    "VOLATILE, OPAQUE",
    "PLAIN, OPAQUE",
    "OPAQUE, PLAIN"
  })
  void aMemoryWithAMistakeHasOthers(Mode mode, Mode taken) {
    assertThat(difference(MemoryModel.RA, m -> m == mode ? taken : m)).isPresent();
  }

  /** The first program whose outcomes differ, with those that only one of the two has. */
  private static Optional<String> difference(MemoryModel memory, UnaryOperator<Mode> mistake) {
    return LAW.keySet().stream()
        .filter(part -> part.memory == memory)
        .flatMap(part -> difference(part, mistake).stream())
        .findFirst();
  }

  private static Optional<String> difference(Part part, UnaryOperator<Mode> mistake) {
    Memory fresh = new DeafMemory(part.memory.fresh(MemoryPrograms.LOCATIONS, 2), mistake);
    Map<String, Set<String>> law = Objects.requireNonNull(LAW.get(part));
    Map<String, Set<String>> own = MemoryPrograms.outcomes(part.length, part.pairs, () -> fresh);
    Set<String> programs = new TreeSet<>(law.keySet());
    programs.addAll(own.keySet());
    for (String program : programs) {
      Set<String> lawful = law.getOrDefault(program, Set.of());
      Set<String> found = own.getOrDefault(program, Set.of());
      if (!lawful.equals(found)) {
        String only = ", only the law has " + without(lawful, found);
        return Optional.of(program + only + ", only the explorer " + without(found, lawful));
      }
    }
    return Optional.empty();
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(others);
    return rest;
  }
}
