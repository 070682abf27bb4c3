package org.sabring.explore.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.LitmusFile.Ask;
import org.sabring.explore.memory.LitmusFile.Program;
import org.sabring.explore.memory.LitmusFile.Verdict;

/**
 * A litmus program on a memory: every interleaving, every store that a load may read, every place
 * that a store may take, and every moment at which a buffered store may reach the others. Equal
 * states are looked at once.
 */
final class LitmusRun {

  private static final int REGISTERS = 9;

  /** Registers that have not been loaded into are null. */
  private record State(Memory memory, List<Integer> at, List<@Nullable Long> registers) {}

  private final Program program;
  private final List<String> locations;
  private final Set<State> seen = new HashSet<>();
  private final Deque<State> open = new ArrayDeque<>();
  private boolean raced;

  private LitmusRun(Program program) {
    this.program = program;
    this.locations = program.locations();
  }

  /** What a memory makes of the outcome that the program asks for. */
  static Verdict of(Program program, MemoryModel model) {
    return of(program, model.fresh(locations(program), program.sides().size()));
  }

  /** The same on a given memory that nobody has used. */
  static Verdict of(Program program, Memory fresh) {
    return new LitmusRun(program).run(fresh);
  }

  /** All are 0 at first; those that have a plain access may race. */
  static Locations locations(Program program) {
    List<String> names = program.locations();
    return new Locations() {
      @Override
      public long initial(int location) {
        return 0;
      }

      @Override
      public boolean mayRace(int location) {
        return program.sides().stream()
            .flatMap(List::stream)
            .anyMatch(s -> s.mode() == Mode.PLAIN && s.location().equals(names.get(location)));
      }

      @Override
      public int object(int location) {
        return -1;
      }
    };
  }

  private Verdict run(Memory fresh) {
    List<Integer> start = Collections.nCopies(program.sides().size(), 0);
    List<@Nullable Long> none = new ArrayList<>(Collections.nCopies(REGISTERS, null));
    reach(new State(fresh, start, none));
    boolean found = false;
    while (!open.isEmpty() && !raced) {
      State state = open.remove();
      if (isOver(state)) {
        found |= program.asks().stream().allMatch(ask -> holds(state, ask));
      }
    }
    return raced ? Verdict.RACE : found ? Verdict.ALLOWED : Verdict.FORBIDDEN;
  }

  private void reach(State state) {
    raced |= state.memory.race() != null;
    if (seen.add(state)) {
      open.add(state);
    }
  }

  /** Reaches all that comes next; true if nothing does. */
  private boolean isOver(State state) {
    boolean over = true;
    for (int side = 0; side < program.sides().size(); side++) {
      Memory drained = state.memory.drained(side);
      if (drained != null) {
        over = false;
        reach(new State(drained, state.at, state.registers));
      }
      over &= !step(state, side);
    }
    return over;
  }

  private boolean step(State state, int side) {
    List<LitmusStatement> code = program.sides().get(side);
    int next = state.at.get(side);
    while (next < code.size() && !isRun(state, code.get(next))) {
      next++;
    }
    if (next == code.size()) {
      return false;
    }
    List<Integer> at = new ArrayList<>(state.at);
    at.set(side, next + 1);
    LitmusStatement s = code.get(next);
    Memory m = state.memory;
    int location = locations.indexOf(s.location());
    switch (s.op()) {
      case FENCE -> reach(new State(m.fenced(side, s.fence()), at, state.registers));
      case STORE ->
          m.stores(side, location, s.value(), s.mode())
              .forEach(after -> reach(new State(after, at, state.registers)));
      case LOAD -> m.loads(side, location, s.mode()).forEach(read -> read(state, s, at, read));
      case ADD, SWAP, CAS ->
          m.updates(side, location, s.update(), s.mode()).forEach(read -> read(state, s, at, read));
    }
    return true;
  }

  private void read(State from, LitmusStatement s, List<Integer> at, Memory.Read read) {
    List<@Nullable Long> registers = new ArrayList<>(from.registers);
    registers.set(number(s.register()), read.value());
    reach(new State(read.memory(), at, registers));
  }

  private static boolean isRun(State state, LitmusStatement s) {
    return s.guard().isEmpty() || is(state.registers.get(number(s.guard())), s.guarded());
  }

  private boolean holds(State end, Ask ask) {
    return ask.of().length() == 1
        ? end.memory.latest(locations.indexOf(ask.of())) == ask.value()
        : is(end.registers.get(number(ask.of())), ask.value());
  }

  private static boolean is(@Nullable Long found, long expected) {
    return found != null && found == expected;
  }

  private static int number(String register) {
    return Integer.parseInt(register.substring(1)) - 1;
  }
}
