package org.sabring.properties.sample;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import org.sabring.properties.sample.Turn.How;

/** Plans of up to 120 elements: mixed calls to the end, blocking calls only, or cancelled. */
public final class Plans {

  private static final How[] PRODUCER = {How.WAIT, How.TIMED, How.NOW};
  private static final How[] CONSUMER = {How.WAIT, How.TIMED, How.NOW, How.DRAIN};

  private Plans() {}

  /** Every kind of call; the consumer takes all. */
  public static final class Mixed implements ArbitrarySupplier<Plan> {
    @Override
    public Arbitrary<Plan> get() {
      return plans(Setups.upTo(40), turns(PRODUCER), turns(CONSUMER), never());
    }
  }

  /** Blocking calls on small rings, where both sides wait often. */
  public static final class Blocking implements ArbitrarySupplier<Plan> {
    @Override
    public Arbitrary<Plan> get() {
      return plans(Setups.upTo(4), turns(How.WAIT), turns(How.WAIT), never());
    }
  }

  /** Every kind of call; the consumer cancels, often while the producer waits for room. */
  public static final class Cancelled implements ArbitrarySupplier<Plan> {
    @Override
    public Arbitrary<Plan> get() {
      Arbitrary<Integer> some = Arbitraries.integers().between(0, 60);
      return plans(Setups.upTo(8), turns(PRODUCER), turns(CONSUMER), some);
    }
  }

  private static Arbitrary<Integer> never() {
    return Arbitraries.just(Plan.NEVER);
  }

  private static Arbitrary<List<Turn>> turns(How... hows) {
    return Combinators.combine(Arbitraries.of(hows), Arbitraries.integers().between(1, 12))
        .as(Turn::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static Arbitrary<Plan> plans(
      Arbitrary<Setup> setups,
      Arbitrary<List<Turn>> producer,
      Arbitrary<List<Turn>> consumer,
      Arbitrary<Integer> cancelAfter) {
    return Combinators.combine(
            setups,
            Arbitraries.integers().between(0, 120),
            Elements.any(),
            Elements.any().map(n -> n | 1),
            cancelAfter,
            producer,
            consumer)
        .as(Plan::new)
        .withoutEdgeCases();
  }
}
