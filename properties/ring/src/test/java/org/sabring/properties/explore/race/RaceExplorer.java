package org.sabring.properties.explore.race;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.sabring.explore.Exploration;
import org.sabring.explore.Explorer;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Program.Maker;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.runtime.Words;
import org.sabring.memory.SharedInts;
import org.sabring.properties.explore.ExploredInts;
import org.sabring.properties.mutant.Mistake;
import org.sabring.properties.trial.Mutation;
import org.sabring.ring.CursorRing;
import org.sabring.ring.RingLayout;
import org.sabring.spec.Side;
import org.sabring.spec.race.RaceCall;
import org.sabring.spec.race.RaceProgram;
import org.sabring.spec.race.RaceRing;
import org.sabring.spec.race.Races;

/** Explores a race on one of its rings: every schedule, and every read that a memory permits. */
final class RaceExplorer {

  private final RaceProgram race;
  private final Mutation planted;
  private final RingLayout layout;

  RaceExplorer(RaceProgram race, RaceRing ring) {
    this.race = race;
    this.planted = ring.mutant().isEmpty() ? Mutation.NONE : Mistake.valueOf(ring.mutant());
    this.layout = RingLayout.compact(race.capacity());
  }

  /** Explores on one memory, to the end. */
  Exploration explore(MemoryModel model) throws InterruptedException {
    return new Explorer(program(), model, RaceAnswers.of(race), Options.PLAIN)
        .until(findings -> false)
        .explore();
  }

  /** The same on all memories, for all races and rings. */
  static Races.Outcomes all() throws InterruptedException {
    Races.Outcomes all = new Races.Outcomes();
    for (RaceProgram race : Races.all()) {
      for (RaceRing ring : race.rings()) {
        SortedMap<String, SortedSet<String>> memories = new TreeMap<>();
        for (String memory : Races.MEMORIES) {
          Exploration exploration =
              new RaceExplorer(race, ring).explore(MemoryModel.valueOf(memory));
          if (!exploration.complete()) {
            throw new IllegalStateException(race.name() + " on " + ring + ": too many states");
          }
          memories.put(memory, exploration.outcomes());
        }
        all.computeIfAbsent(race.name(), name -> new TreeMap<>()).put(ring.name(), memories);
      }
    }
    return all;
  }

  private Program program() {
    Maker<Words, RaceSide> side = side(planted, layout, race.waits());
    Program program =
        Program.on(layout.length() + planted.spareWords())
            .starting(start())
            .side('P', side, RaceMenu.of(race.calls(Side.PRODUCER)));
    List<RaceCall> calls = race.calls(Side.CONSUMER);
    return RaceSide.isLoop(calls)
        ? program.asItIs('C', side, RaceMenu.once(calls.get(0), true))
        : program.side('C', side, RaceMenu.of(calls));
  }

  private static Maker<Words, RaceSide> side(Mutation planted, RingLayout layout, boolean waits) {
    return words -> new RaceSide(new ExploredInts(words), planted, layout, waits);
  }

  /** What the words hold when the race begins: as a ring left them on which this was done. */
  private int[] start() {
    int[] words = new int[layout.length()];
    CursorRing ring = CursorRing.create(SharedInts.heap(words), layout);
    for (int n = 0; n < race.lap(); n++) {
      ring.producer().offer(0);
      ring.consumer().poll();
    }
    race.stored().forEach(ring.producer()::offer);
    return Arrays.copyOf(words, words.length + planted.spareWords());
  }
}
