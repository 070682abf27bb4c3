package org.sabring.properties.sample;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ListArbitrary;
import org.sabring.properties.sample.Call.Kind;

/** All programs of up to 80 calls, of which few close or cancel. */
public final class Programs implements ArbitrarySupplier<Program> {

  @Override
  public Arbitrary<Program> get() {
    Arbitrary<Call> calls =
        Arbitraries.frequencyOf(
            Tuple.of(30, storing(Kind.OFFER)),
            Tuple.of(8, storing(Kind.PUT_NOW)),
            Tuple.of(8, storing(Kind.PUT_BRIEFLY)),
            Tuple.of(18, Arbitraries.just(Call.of(Kind.POLL))),
            Tuple.of(8, Arbitraries.just(Call.of(Kind.TAKE_NOW))),
            Tuple.of(8, Arbitraries.just(Call.of(Kind.TAKE_BRIEFLY))),
            Tuple.of(6, Arbitraries.integers().between(1, 45).map(Programs::drain)),
            Tuple.of(1, Arbitraries.just(Call.of(Kind.CLOSE))),
            Tuple.of(1, Arbitraries.just(Call.of(Kind.CANCEL))));
    return Combinators.combine(new Setups().get(), evenly(calls.list().ofMaxSize(80)))
        .as(Program::new)
        .withoutEdgeCases();
  }

  /** As many long programs as short ones: short ones never fill a ring. */
  private static Arbitrary<List<Call>> evenly(ListArbitrary<Call> calls) {
    return calls.withSizeDistribution(RandomDistribution.uniform());
  }

  private static Arbitrary<Call> storing(Kind kind) {
    return Elements.any().map(element -> new Call(kind, element));
  }

  private static Call drain(int limit) {
    return new Call(Kind.DRAIN, limit);
  }
}
