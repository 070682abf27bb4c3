package org.sabring.properties.sample;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import org.sabring.spec.law.RingSide;

/**
 * Schedules, of those that hardly switch sides to those that switch at every step. The numbers are
 * made of plain integers, without choosing between generators: that shrinks much faster.
 */
public final class Schedules implements ArbitrarySupplier<Choices> {

  private static final int LONGEST = 40;

  /** What is drawn for each step: the upper ones of so many do something else than to go on. */
  private static final int DRAWN = 60;

  @Override
  public Arbitrary<Choices> get() {
    Arbitrary<List<Integer>> drawn =
        Arbitraries.integers()
            .between(0, DRAWN - 1)
            .withDistribution(RandomDistribution.uniform())
            .list()
            .ofMaxSize(LONGEST)
            .withSizeDistribution(RandomDistribution.uniform());
    return Combinators.combine(Arbitraries.of(RingSide.class), Arbitraries.of(3, 20, 40, 3), drawn)
        .as(Schedules::choices)
        .withoutEdgeCases();
  }

  private static Choices choices(RingSide first, int others, List<Integer> drawn) {
    return new Choices(first, drawn.stream().map(n -> choice(n - (DRAWN - others))).toList());
  }

  /** Half of what is not to go on is the simplest after it: to switch. */
  private static int choice(int n) {
    return n < 0 ? 0 : n % 2 == 0 ? 1 : 1 + n / 2 % 5;
  }
}
