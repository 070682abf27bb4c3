package org.sabring.properties.sample;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.properties.sample.Sequence.Move;

/** Sequences of up to 80 calls on rings of 2 to 40 slots, of which few close or cancel. */
public final class Sequences implements ArbitrarySupplier<Sequence> {

  /** How much more often a side ends it in a gap: few waits leave one, and each way must come. */
  private static final int ENDING = 6;

  @Override
  public Arbitrary<Sequence> get() {
    return Combinators.combine(
            Arbitraries.of(MemoryKind.class),
            Arbitraries.of(false, true),
            Arbitraries.oneOf(
                Arbitraries.integers().between(2, 4), Arbitraries.integers().between(2, 40)),
            Scripts.counted(),
            moves().list().ofMaxSize(80).withSizeDistribution(RandomDistribution.uniform()))
        .as(Sequence::new)
        .withoutEdgeCases();
  }

  private static Arbitrary<Move> moves() {
    return Arbitraries.frequencyOf(
        Tuple.of(7, producer(1).map(Sequences::alone)),
        Tuple.of(6, consumer(1).map(Sequences::alone)),
        Tuple.of(2, Combinators.combine(one(Kind.BRIEF_PUT), consumer(ENDING)).as(Sequences::both)),
        Tuple.of(
            2, Combinators.combine(one(Kind.BRIEF_TAKE), producer(ENDING)).as(Sequences::both)));
  }

  private static Arbitrary<RingCall> producer(int closes) {
    return Scripts.calls(
        Tuple.of(30, Kind.OFFER),
        Tuple.of(8, Kind.BRIEF_PUT),
        Tuple.of(8, Kind.INSTANT_PUT),
        Tuple.of(closes, Kind.CLOSE));
  }

  private static Arbitrary<RingCall> consumer(int cancels) {
    return Scripts.calls(
        Tuple.of(18, Kind.POLL),
        Tuple.of(8, Kind.BRIEF_TAKE),
        Tuple.of(8, Kind.INSTANT_TAKE),
        Tuple.of(6, Kind.DRAIN),
        Tuple.of(cancels, Kind.CANCEL));
  }

  private static Arbitrary<RingCall> one(Kind kind) {
    return Scripts.calls(Tuple.of(1, kind));
  }

  private static Move alone(RingCall call) {
    return new Move(call, List.of());
  }

  private static Move both(RingCall call, RingCall gap) {
    return new Move(call, List.of(gap));
  }
}
