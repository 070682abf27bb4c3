package org.sabring.explore;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sabring.explore.memory.MemoryModel;
import org.sabring.explore.search.Search;

/**
 * The smallest way to break the same promise: of all programs that are left when operations are
 * left out one with the fewest, and in it a schedule with the fewest switches between sides.
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
    if (program.operations() > MOST) {
      return null;
    }
    List<Integer> parts =
        IntStream.range(1, 1 << program.operations())
            .boxed()
            .sorted(Comparator.comparing(Integer::bitCount))
            .toList();
    for (int part : parts) {
      Program left = program.only(BitSet.valueOf(new long[] {part}));
      Exploration exploration =
          new Explorer(left, model, judge, options)
              .until(findings -> findings.stream().anyMatch(same))
              .explore();
      for (Finding finding : exploration.findings()) {
        if (same.test(finding)) {
          Search search = Search.of(left, model, judge, options);
          Optional<Finding> calm = search.fewestSwitches(same, options.states());
          return new Smallest(left, calm.orElse(finding));
        }
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return program + ", schedule " + finding.schedule() + ": " + finding.found();
  }
}
