package org.sabring.explore.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link ReleaseAcquire} is the machine of the law, edge for edge: along many random walks. */
class ReleaseAcquireLawTest {

  private static final int STEPS = 14;
  private static final int LOCKS = 2;
  private static final List<Fence> FENCES = List.of(Fence.ACQUIRE, Fence.RELEASE, Fence.FULL);
  private static final List<Mode> STORING =
      List.of(Mode.PLAIN, Mode.OPAQUE, Mode.RELEASE, Mode.VOLATILE, Mode.VOLATILE);
  private static final List<Mode> LOADING =
      List.of(Mode.PLAIN, Mode.OPAQUE, Mode.ACQUIRE, Mode.VOLATILE, Mode.VOLATILE);

  private record Pair(Memory memory, Law law) {}

  @ParameterizedTest
  @CsvSource({
    "1, 2, 2, 100",
    "2, 1, 1, 300",
    "2, 2, 2, 800",
    "2, 3, 1, 600",
    "3, 2, 0, 400",
    "4, 3, 3, 400"
  })
  void everyWalkIsOneOfTheLaw(int sides, int locations, int racy, int walks) {
    Memory fresh = MemoryModel.RA.fresh(Programs.locations(location -> location < racy), sides);
    Law law = new Law(locations, sides, location -> location < racy);
    Random random = new Random(31L * sides + locations);
    Map<Memory, Law> laws = new HashMap<>();
    Map<Law, Memory> memories = new HashMap<>();
    for (int walk = 0; walk < walks; walk++) {
      Pair at = new Pair(fresh, law);
      for (int step = 0; step < STEPS; step++) {
        List<Pair> all = step(at, random, sides, locations);
        for (Pair pair : all) {
          assertThat(pair.memory.race() != null).isEqualTo(pair.law.hasRace());
          assertThat(laws.computeIfAbsent(pair.memory, m -> pair.law)).isEqualTo(pair.law);
          assertThat(memories.computeIfAbsent(pair.law, l -> pair.memory)).isEqualTo(pair.memory);
        }
        at = all.get(random.nextInt(all.size()));
      }
    }
  }

  private static List<Pair> step(Pair at, Random random, int sides, int locations) {
    int side = random.nextInt(sides);
    int location = random.nextInt(locations);
    int what = random.nextInt(12);
    if (what == 11 || !at.law.isLiving(side)) {
      int other = random.nextInt(sides);
      return List.of(new Pair(at.memory.joined(side, other), at.law.joined(side, other)));
    }
    switch (what) {
      case 0 -> {
        Fence fence = FENCES.get(random.nextInt(FENCES.size()));
        return List.of(new Pair(at.memory.fenced(side, fence), at.law.fenced(side, fence)));
      }
      case 1 -> {
        int lock = random.nextInt(LOCKS);
        return List.of(new Pair(at.memory.locked(side, lock), at.law.locked(side, lock)));
      }
      case 2 -> {
        return List.of(new Pair(at.memory.finished(side), at.law.finished(side)));
      }
      case 3, 4, 5, 6 -> {
        long value = random.nextInt(3);
        Mode mode = STORING.get(random.nextInt(STORING.size()));
        return pairs(
            at.memory.stores(side, location, value, mode),
            at.law.stores(side, location, value, mode));
      }
      default -> {
        return pairsOfReads(at, side, location, LOADING.get(random.nextInt(LOADING.size())));
      }
    }
  }

  private static List<Pair> pairsOfReads(Pair at, int side, int location, Mode mode) {
    List<Memory.Read> reads = at.memory.loads(side, location, mode);
    List<Law.Read> lawful = at.law.loads(side, location, mode);
    assertThat(reads.stream().map(Memory.Read::value).toList())
        .isEqualTo(lawful.stream().map(Law.Read::value).toList());
    return pairs(
        reads.stream().map(Memory.Read::memory).toList(),
        lawful.stream().map(Law.Read::memory).toList());
  }

  private static List<Pair> pairs(List<Memory> memories, List<Law> laws) {
    assertThat(memories).hasSameSizeAs(laws);
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i < laws.size(); i++) {
      all.add(new Pair(memories.get(i), laws.get(i)));
    }
    return all;
  }
}
