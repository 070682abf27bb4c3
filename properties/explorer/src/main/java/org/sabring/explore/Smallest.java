package org.sabring.explore;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.search.Search;
import org.sabring.explore.strategy.FewestSwitches;

/**
 * A minimal counterexample: of all programs that are left when operations are left out one with the
 * fewest, and in it a schedule with the fewest switches between sides.
 *
 * @param program the program that is left
 * @param finding what it breaks
 */
public record Smallest(Program program, Finding finding) {

  /** More operations than this have too many parts to try them all. */
  private static final int MOST = 12;

  /** Sides that go on for longer than this one after the other wait for each other. */
  private static final int LONGEST = 2000;

  /**
   * Tries the parts of a program, the smallest first.
   *
   * @return null if no part has such a finding, or there are too many
   * @throws InterruptedException when interrupted
   */
  public static @Nullable Smallest of(
      Program program, MemoryModel model, Monitor monitor, Options options, Predicate<Finding> same)
      throws InterruptedException {
    return of(program, model, monitor, options, same, part -> true);
  }

  /**
   * Tries the parts of a program whose sides can come to their end at all: one that waits for
   * somebody who was left out shows nothing.
   *
   * @return null if there are too many parts
   * @throws InterruptedException when interrupted
   */
  public static @Nullable Smallest thatCanEnd(
      Program program, MemoryModel model, Monitor monitor, Options options)
      throws InterruptedException {
    return of(program, model, monitor, options, finding -> true, Smallest::canEnd);
  }

  private static @Nullable Smallest of(
      Program program,
      MemoryModel model,
      Monitor monitor,
      Options options,
      Predicate<Finding> same,
      Predicate<Program> worthwhile)
      throws InterruptedException {
    int operations = program.sides().stream().mapToInt(ProgramSide::operations).sum();
    if (operations > MOST) {
      return null;
    }
    List<Integer> parts =
        IntStream.range(1, 1 << operations)
            .boxed()
            .sorted(Comparator.comparing(Integer::bitCount))
            .toList();
    for (int part : parts) {
      Program left = only(program, BitSet.valueOf(new long[] {part}));
      if (part != parts.size() && !worthwhile.test(left)) {
        continue;
      }
      Exploration exploration =
          new Explorer(left, model, monitor, options)
              .until(findings -> findings.stream().anyMatch(same))
              .explore();
      for (Finding finding : exploration.findings()) {
        if (same.test(finding)) {
          Search search = Search.of(left, model, monitor, options);
          Optional<Finding> calm =
              search.explore(moves -> new FewestSwitches(moves, same).find(options.states()));
          return new Smallest(left, calm.orElse(finding));
        }
      }
    }
    return null;
  }

  /** A monitor that minds nothing but sides that never come to their end. */
  private record Stuck() implements Monitor {
    @Override
    public Monitor returned(int side, Operation<?> operation, Object answer) {
      return this;
    }
  }

  /** Whether the sides can run one after the other, in some order, and all come to their end. */
  private static boolean canEnd(Program program) {
    return IntStream.range(0, program.count()).anyMatch(first -> canEnd(program, first));
  }

  private static boolean canEnd(Program program, int first) {
    ScheduleWalk walk = new ScheduleWalk(program, MemoryModel.SC, new Stuck(), Options.PLAIN);
    int sides = program.count();
    while (walk.breach() == null && !walk.steps().isEmpty()) {
      List<Step> steps = walk.steps();
      if (walk.length() > LONGEST) {
        return false;
      }
      walk.take(
          IntStream.range(0, steps.size())
              .boxed()
              .min(Comparator.comparing(i -> Math.floorMod(steps.get(i).side() - first, sides)))
              .orElseThrow());
    }
    return walk.breach() == null;
  }

  /** The same program with only those operations whose number, counted through, is in the set. */
  private static Program only(Program program, BitSet kept) {
    List<ProgramSide<?>> fewer = new ArrayList<>();
    int first = 0;
    for (ProgramSide<?> side : program.sides()) {
      fewer.add(side.only(kept, first));
      first += side.operations();
    }
    return program.with(fewer);
  }

  @Override
  public String toString() {
    return program + ", schedule " + finding.schedule() + ": " + finding.found();
  }
}
