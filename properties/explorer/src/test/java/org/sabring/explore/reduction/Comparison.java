package org.sabring.explore.reduction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sabring.explore.Code;
import org.sabring.explore.Options;
import org.sabring.explore.Program;
import org.sabring.explore.Reduction;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.reduction.DataProgram.Seen;

/** Programs with all reductions, and with some switched off: what differs, and what was counted. */
final class Comparison {

  private final Options bounded;
  private final List<String> differences = new ArrayList<>();
  private final Map<MemoryModel, Integer> races = new EnumMap<>(MemoryModel.class);
  private long compared;
  private long tooLarge;
  private long states;
  private long statesWithout;

  /** Of programs that have no more states than that. */
  Comparison(int states) {
    bounded = Options.PLAIN.states(states);
  }

  private record Known(DataProgram program, Map<MemoryModel, Seen> seen) {}

  /** Each line is a program that comes to something else. */
  List<String> differences() {
    return differences;
  }

  long compared() {
    return compared;
  }

  long tooLarge() {
    return tooLarge;
  }

  /** How many more states there are without, of those that were compared. */
  double growth() {
    return (double) statesWithout / states;
  }

  int races(MemoryModel model) {
    return races.getOrDefault(model, 0);
  }

  /**
   * Compares a program with itself.
   *
   * @param without what is switched off, one set after the other
   * @param unmerged whether also every path is explored by itself
   */
  void compare(DataProgram program, List<List<Reduction>> without, boolean unmerged)
      throws InterruptedException {
    Program whole = program.program(Code.PLAIN);
    Known known = new Known(program, new EnumMap<>(MemoryModel.class));
    for (MemoryModel model : MemoryModel.values()) {
      Seen seen = DataProgram.explored(whole, bounded, model);
      if (seen != null) {
        known.seen().put(model, seen);
        races.merge(model, seen.hasRace() ? 1 : 0, Integer::sum);
      }
    }
    for (List<Reduction> off : without) {
      Code code = Code.PLAIN.without(off.toArray(new Reduction[0]));
      compare(known, program.program(code), bounded, off);
    }
    if (unmerged) {
      compare(known, whole, bounded.unmerged(), List.of());
    }
  }

  private void compare(Known known, Program program, Options options, List<Reduction> off)
      throws InterruptedException {
    for (MemoryModel model : known.seen().keySet()) {
      Seen seen = DataProgram.explored(program, options, model);
      if (seen == null) {
        tooLarge++;
      } else {
        compare(known, model, seen, off);
      }
    }
  }

  private void compare(Known known, MemoryModel model, Seen seen, List<Reduction> off) {
    Seen with = Objects.requireNonNull(known.seen().get(model));
    compared++;
    states += with.states();
    statesWithout += seen.states();
    if (!isLike(with, seen)) {
      differences.add(
          "%s without %s:%s%n  with: %s%n  without: %s"
              .formatted(model, off.isEmpty() ? "merging" : off, known.program(), with, seen));
    }
  }

  /**
   * Of a program with races one is found, and what else it does is nobody's business: plain
   * accesses are made at once, so it may be another one, and a path ends with it.
   */
  private static boolean isLike(Seen with, Seen without) {
    return with.hasRace() ? without.hasRace() : with.isAs(without);
  }
}
