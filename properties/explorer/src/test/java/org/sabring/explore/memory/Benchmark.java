package org.sabring.explore.memory;

import java.util.List;
import java.util.Random;

/** A benchmark of accesses: random ones, most to few locations. Run its main; it takes seconds. */
final class Benchmark {

  private static final int LOCATIONS = 32;
  private static final int STORED = 6;
  private static final int ACCESSES = 300_000;

  private Benchmark() {}

  public static void main(String[] args) {
    for (MemoryModel model : MemoryModel.values()) {
      for (int sides = 2; sides <= 4; sides++) {
        for (int racy : new int[] {0, 3}) {
          double best = Double.MAX_VALUE;
          for (int round = 0; round < 5; round++) {
            best = Math.min(best, nanosPerResult(model, sides, racy));
          }
          System.out.printf("%s, %d sides, %d racy: %.0f ns%n", model, sides, racy, best);
        }
      }
    }
  }

  private static double nanosPerResult(MemoryModel model, int sides, int racy) {
    Memory fresh = model.fresh(Programs.locations(location -> location % STORED < racy), sides);
    Random random = new Random(1);
    Memory memory = fresh;
    long results = 0;
    int hash = 0;
    long start = System.nanoTime();
    for (int i = 0; i < ACCESSES; i++) {
      int side = random.nextInt(sides);
      int location = random.nextInt(STORED) * (LOCATIONS / STORED);
      boolean racing = location % STORED < racy;
      List<Memory> all;
      if (random.nextInt(3) == 0) {
        Mode mode = racing ? Mode.PLAIN : random.nextBoolean() ? Mode.RELEASE : Mode.VOLATILE;
        all = memory.stores(side, location, random.nextInt(4), mode);
      } else {
        int from = random.nextInt(3) == 0 ? random.nextInt(LOCATIONS) : location;
        Mode mode = racing ? Mode.PLAIN : random.nextBoolean() ? Mode.ACQUIRE : Mode.VOLATILE;
        all = memory.loads(side, from, mode).stream().map(Memory.Read::memory).toList();
      }
      for (Memory next : all) {
        hash += next.hashCode();
      }
      results += all.size();
      memory = all.get(random.nextInt(all.size()));
      memory = i % 40 == 0 ? fresh : memory;
    }
    long nanos = System.nanoTime() - start;
    return hash == 1 ? 0 : (double) nanos / results;
  }
}
