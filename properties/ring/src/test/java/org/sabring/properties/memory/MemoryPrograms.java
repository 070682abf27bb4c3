package org.sabring.properties.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.Fence;
import org.sabring.explore.memory.Locations;
import org.sabring.explore.memory.Memory;
import org.sabring.explore.memory.Mode;

/**
 * The programs of {@code MemoryPrograms.tla}, by its names and in its words, on a memory of the
 * explorer: every interleaving, and all that the memory permits.
 */
final class MemoryPrograms {

  static final List<String> MODES =
      List.of("plain", "opaque", "ordered", "volatile", "fenced", "mixed");

  /** Locations that are 0 at first, and may all race. */
  static final Locations LOCATIONS =
      new Locations() {
        @Override
        public long initial(int location) {
          return 0;
        }

        @Override
        public boolean mayRace(int location) {
          return true;
        }

        @Override
        public int object(int location) {
          return -1;
        }
      };

  private record Access(boolean stores, int location) {
    @Override
    public String toString() {
      return (location == 0 ? "x" : "y") + (stores ? "!" : "?");
    }
  }

  /** A program: what a thread accesses, and in which mode, for P and for C. */
  private record Program(List<List<Access>> threads, List<String> modes) {

    boolean isFenced(int thread) {
      return modes.get(thread).equals("fenced");
    }

    /** How many steps a thread takes: its accesses, and the fences between them. */
    int last(int thread) {
      int length = threads.get(thread).size();
      return isFenced(thread) ? 2 * length - 1 : length;
    }

    @Override
    public String toString() {
      return inWords(0) + " " + inWords(1);
    }

    private String inWords(int thread) {
      StringBuilder words = new StringBuilder(modes.get(thread)).append(' ');
      threads.get(thread).forEach(words::append);
      return words.toString();
    }
  }

  /** What has come of a program so far: after how many steps of each thread, with what loaded. */
  private record State(Memory memory, List<Integer> at, List<List<Long>> got, boolean raced) {}

  private final Program program;
  private final Set<State> seen = new HashSet<>();
  private final Deque<State> open = new ArrayDeque<>();
  private final Set<String> outcomes = new TreeSet<>();

  private MemoryPrograms(Program program) {
    this.program = program;
  }

  /**
   * For each program its outcomes.
   *
   * @param length how many accesses a thread makes
   * @param pairs the modes of P and of C
   * @param fresh gives memories that nobody has used
   */
  static Map<String, Set<String>> outcomes(
      int length, List<List<String>> pairs, Supplier<Memory> fresh) {
    Map<String, Set<String>> all = new TreeMap<>();
    List<List<Access>> codes = codes(length);
    for (List<Access> p : codes) {
      for (List<Access> c : codes) {
        for (List<String> modes : p.get(0).location == 0 ? pairs : List.<List<String>>of()) {
          Program program = new Program(List.of(p, c), modes);
          all.put(program.toString(), new MemoryPrograms(program).run(fresh.get()));
        }
      }
    }
    return all;
  }

  /** All that a thread may access, but nothing twice in a row. */
  private static List<List<Access>> codes(int length) {
    List<List<Access>> codes = new ArrayList<>();
    List<List<Access>> shorter = length == 1 ? List.of(List.of()) : codes(length - 1);
    for (List<Access> code : shorter) {
      for (int kind = 0; kind < 4; kind++) {
        Access access = new Access(kind % 2 == 0, kind / 2);
        if (code.isEmpty() || !code.get(code.size() - 1).equals(access)) {
          List<Access> longer = new ArrayList<>(code);
          longer.add(access);
          codes.add(longer);
        }
      }
    }
    return codes;
  }

  private Set<String> run(Memory fresh) {
    reach(new State(fresh, List.of(0, 0), List.of(List.of(), List.of()), false));
    while (!open.isEmpty()) {
      State state = open.remove();
      boolean over = true;
      for (int thread = 0; thread < 2; thread++) {
        Memory settled = state.memory.drained(thread);
        if (settled != null) {
          reach(new State(settled, state.at, state.got, state.raced));
        }
        if (state.at.get(thread) < program.last(thread)) {
          step(state, thread);
          over = false;
        }
        over &= settled == null;
      }
      if (over) {
        outcomes.add(outcome(state));
      }
    }
    return outcomes;
  }

  private void reach(State state) {
    if (seen.add(state)) {
      open.add(state);
    }
  }

  private void step(State state, int thread) {
    int at = state.at.get(thread);
    boolean fenced = program.isFenced(thread);
    if (fenced && at % 2 == 1) {
      after(state, thread, state.memory.fenced(thread, Fence.FULL), null);
      return;
    }
    int place = fenced ? at / 2 : at;
    List<Access> code = program.threads.get(thread);
    Access access = code.get(place);
    Mode mode = mode(program.modes.get(thread), place, access.stores);
    if (access.stores) {
      long value = (long) thread * code.size() + place + 1;
      state
          .memory
          .stores(thread, access.location, value, mode)
          .forEach(next -> after(state, thread, next, null));
    } else {
      state
          .memory
          .loads(thread, access.location, mode)
          .forEach(read -> after(state, thread, read.memory(), read.value()));
    }
  }

  private static Mode mode(String mode, int place, boolean stores) {
    return switch (mode) {
      case "ordered" -> stores ? Mode.RELEASE : Mode.ACQUIRE;
      case "fenced" -> Mode.OPAQUE;
      case "mixed" -> place == 0 ? Mode.OPAQUE : Mode.VOLATILE;
      case "plain" -> Mode.PLAIN;
      case "opaque" -> Mode.OPAQUE;
      case "volatile" -> Mode.VOLATILE;
      default -> throw new IllegalArgumentException("mode=" + mode + ", expected one of " + MODES);
    };
  }

  private void after(State state, int thread, Memory memory, @Nullable Long loaded) {
    List<Integer> at = new ArrayList<>(state.at);
    at.set(thread, at.get(thread) + 1);
    List<List<Long>> got = new ArrayList<>(state.got);
    if (loaded != null) {
      List<Long> more = new ArrayList<>(got.get(thread));
      more.add(loaded);
      got.set(thread, more);
    }
    reach(new State(memory, at, got, state.raced || memory.race() != null));
  }

  private static String outcome(State end) {
    String got = inWords(end.got.get(0)) + " " + inWords(end.got.get(1));
    String latest = " " + end.memory.latest(0) + " " + end.memory.latest(1);
    return got + latest + (end.raced ? " race" : "");
  }

  /** As TLC prints a tuple. */
  private static String inWords(List<Long> values) {
    return "<<" + String.join(", ", values.stream().map(String::valueOf).toList()) + ">>";
  }
}
