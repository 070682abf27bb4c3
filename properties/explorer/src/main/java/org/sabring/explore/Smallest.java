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

  /**
   * Tries the parts of a program, the smallest first.
   *
   * @return null if no part has such a finding, or there are too many
   * @throws InterruptedException when interrupted
   */
  public static @Nullable Smallest of(
      Program program, MemoryModel model, Judge judge, Options options, Predicate<Finding> same)
      throws InterruptedException {
    int operations = program.sides().stream().mapToInt(Side::operations).sum();
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
      Exploration exploration =
          new Explorer(left, model, judge, options)
              .until(findings -> findings.stream().anyMatch(same))
              .explore();
      for (Finding finding : exploration.findings()) {
        if (same.test(finding)) {
          Search search = Search.of(left, model, judge, options);
          Optional<Finding> calm =
              search.explore(moves -> new FewestSwitches(moves, same).find(options.states()));
          return new Smallest(left, calm.orElse(finding));
        }
      }
    }
    return null;
  }

  /** The same program with only those operations whose number, counted through, is in the set. */
  private static Program only(Program program, BitSet kept) {
    List<Side<?>> fewer = new ArrayList<>();
    int first = 0;
    for (Side<?> side : program.sides()) {
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
