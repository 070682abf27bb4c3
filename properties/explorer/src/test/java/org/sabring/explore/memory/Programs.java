package org.sabring.explore.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Straight-line programs of a few sides, in every interleaving and with everything that a memory
 * permits. Registers are numbered over all sides, and hold -1 before they are loaded into.
 */
final class Programs {

  /** A step of a side: all that may come of it; nothing if the side does not go on. */
  interface Step {
    List<After> of(Memory memory, int side, List<Long> registers);
  }

  /** The memory and the registers after a step. */
  record After(Memory memory, List<Long> registers) {}

  private record State(Memory memory, List<Integer> at, List<Long> registers) {}

  /** What has come of a program: the registers at each end, the last values, and all races. */
  record Result(Set<List<Long>> registers, Set<List<Long>> latest, Set<DataRace> races) {}

  private static final int REGISTERS = 6;
  private static final int LOCATIONS = 4;

  private Programs() {}

  static Step load(int register, int location, Mode mode) {
    return (m, side, r) -> reads(m.loads(side, location, mode), r, register);
  }

  static Step store(int location, long value, Mode mode) {
    return (m, side, r) ->
        m.stores(side, location, value, mode).stream().map(n -> new After(n, r)).toList();
  }

  static Step update(int register, int location, Update update, Mode mode) {
    return (m, side, r) -> reads(m.updates(side, location, update, mode), r, register);
  }

  static Step add(int register, int location, long delta) {
    return (m, side, r) -> reads(m.additions(side, location, delta, 32), r, register);
  }

  static Step fence(Fence fence) {
    return (m, side, r) -> List.of(new After(m.fenced(side, fence), r));
  }

  static Step lock(int lock) {
    return (m, side, r) -> List.of(new After(m.locked(side, lock), r));
  }

  static Step freeze(int object) {
    return (m, side, r) -> List.of(new After(m.frozen(side, object), r));
  }

  static Step dereference(int from, int to) {
    return (m, side, r) -> List.of(new After(m.dereferenced(side, from, to), r));
  }

  /** The side has taken its last step. */
  static Step finish() {
    return (m, side, r) -> List.of(new After(m.finished(side), r));
  }

  /** The side goes on only if the register holds the value. */
  static Step onlyIf(int register, long value) {
    return (m, side, r) -> r.get(register) == value ? List.of(new After(m, r)) : List.of();
  }

  static List<Step> side(Step... steps) {
    return List.of(steps);
  }

  private static List<After> reads(List<Memory.Read> reads, List<Long> registers, int register) {
    List<After> all = new ArrayList<>();
    for (Memory.Read read : reads) {
      List<Long> next = new ArrayList<>(registers);
      next.set(register, read.value());
      all.add(new After(read.memory(), List.copyOf(next)));
    }
    return all;
  }

  /** Locations that are 0 at first; each is the one of the object of its own number. */
  static Locations locations(IntPredicate mayRace) {
    return new Locations() {
      @Override
      public long initial(int location) {
        return 0;
      }

      @Override
      public boolean mayRace(int location) {
        return mayRace.test(location);
      }

      @Override
      public int object(int location) {
        return location;
      }
    };
  }

  @SafeVarargs
  static Result run(MemoryModel model, List<Step>... sides) {
    return run(model.fresh(locations(location -> true), sides.length), sides);
  }

  @SafeVarargs
  static Result run(Memory fresh, List<Step>... sides) {
    List<List<Step>> all = new ArrayList<>();
    for (List<Step> side : sides) {
      all.add(side);
    }
    return run(fresh, all);
  }

  static Result run(Memory fresh, List<List<Step>> sides) {
    Result result = new Result(new HashSet<>(), new HashSet<>(), new HashSet<>());
    Set<State> known = new HashSet<>();
    Deque<State> open = new ArrayDeque<>();
    List<Integer> start = Collections.nCopies(sides.size(), 0);
    add(known, open, new State(fresh, start, Collections.nCopies(REGISTERS, -1L)));
    while (!open.isEmpty()) {
      State state = open.remove();
      DataRace race = state.memory.race();
      if (race != null) {
        result.races.add(race);
      }
      boolean over = true;
      for (int side = 0; side < sides.size(); side++) {
        over &= !goOn(state, side, sides.get(side), known, open);
      }
      if (over) {
        result.registers.add(state.registers);
        result.latest.add(IntStream.range(0, LOCATIONS).mapToObj(state.memory::latest).toList());
      }
    }
    return result;
  }

  private static boolean goOn(
      State state, int side, List<Step> steps, Set<State> known, Deque<State> open) {
    Memory drained = state.memory.drained(side);
    if (drained != null) {
      add(known, open, new State(drained, state.at, state.registers));
    }
    int at = state.at.get(side);
    if (at == steps.size()) {
      return drained != null;
    }
    List<After> all = steps.get(at).of(state.memory, side, state.registers);
    for (After after : all) {
      Integer[] next = state.at.toArray(new Integer[0]);
      next[side] = at + 1;
      add(known, open, new State(after.memory, List.of(next), after.registers));
    }
    return drained != null || !all.isEmpty();
  }

  private static void add(Set<State> known, Deque<State> open, State state) {
    if (known.add(state)) {
      open.add(state);
    }
  }

  /** Whether the registers may begin with these values. */
  static boolean permits(Result result, long... first) {
    List<Long> wanted = LongStream.of(first).boxed().toList();
    return result.registers.stream().anyMatch(r -> r.subList(0, first.length).equals(wanted));
  }
}
