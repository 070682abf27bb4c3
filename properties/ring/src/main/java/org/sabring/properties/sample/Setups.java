package org.sabring.properties.sample;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** All rings of 2 to 40 slots, counters from zero or short of 2^31 or 2^32. */
public final class Setups implements ArbitrarySupplier<Setup> {

  @Override
  public Arbitrary<Setup> get() {
    return upTo(40);
  }

  static Arbitrary<Setup> upTo(int capacity) {
    Arbitrary<Integer> few = Arbitraries.integers().between(0, 20);
    Arbitrary<Integer> counted =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(0)),
            Tuple.of(1, few.map(n -> Integer.MAX_VALUE - n)),
            Tuple.of(1, few.map(n -> -1 - n)));
    return Combinators.combine(
            Arbitraries.of(MemoryKind.class),
            Arbitraries.of(false, true),
            Arbitraries.integers().between(2, capacity),
            Arbitraries.integers().between(0, capacity - 1),
            counted)
        .as(
            (memory, padded, slots, at, counters) ->
                new Setup(memory, padded, slots, at % slots, counters));
  }
}
