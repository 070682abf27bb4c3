package org.sabring.properties.sample;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.sabring.properties.explore.ring.RingCall;
import org.sabring.properties.explore.ring.RingCall.Kind;
import org.sabring.properties.explore.ring.RingProgram.Start;

/** Scripts: any mix of calls, and mixes in which something happens more often. */
public final class Scripts {

  private static final int NEVER = 0;

  private Scripts() {}

  /** Every kind of call on a ring of 2 to 5 slots. */
  public static final class Mixed implements ArbitrarySupplier<Script> {
    @Override
    public Arbitrary<Script> get() {
      return scripts(5, upTo(7, producer(3, 1)), upTo(7, consumer(3, 1)), 2);
    }
  }

  /** Most calls may wait, and hardly any side ever ends it. */
  public static final class Blocking implements ArbitrarySupplier<Script> {
    @Override
    public Arbitrary<Script> get() {
      return scripts(3, upTo(6, producer(20, NEVER)), upTo(6, consumer(20, NEVER)), 2);
    }
  }

  /** Somebody closes or cancels, often, and calls go on afterwards. */
  public static final class Closing implements ArbitrarySupplier<Script> {
    @Override
    public Arbitrary<Script> get() {
      return Arbitraries.oneOf(
          scripts(3, upTo(6, producer(8, 3)), upTo(5, consumer(8, 4)), 1), closed(), cancelled());
    }

    /** The producer closes soon, and the consumer is often waiting. */
    private static Arbitrary<Script> closed() {
      Arbitrary<List<RingCall>> closing = ending(1, Kind.CLOSE, upTo(2, producer(8, 4)));
      return scripts(3, closing, consumer(16, NEVER).list().ofMinSize(3).ofMaxSize(4), 1);
    }

    /** The consumer cancels soon, and the producer is often waiting. */
    private static Arbitrary<Script> cancelled() {
      Arbitrary<List<RingCall>> cancelling = ending(0, Kind.CANCEL, upTo(2, consumer(8, 4)));
      return scripts(3, producer(16, NEVER).list().ofMinSize(4).ofMaxSize(5), cancelling, 1);
    }

    /** Some calls, one that ends it, and calls that come too late. */
    private static Arbitrary<List<RingCall>> ending(
        int before, Kind end, Arbitrary<List<RingCall>> late) {
      Arbitrary<RingCall> calls = end == Kind.CLOSE ? producer(8, NEVER) : consumer(8, NEVER);
      return Combinators.combine(upTo(before, calls), late)
          .as(
              (first, last) ->
                  Stream.of(first, List.of(new RingCall(end, 0)), last)
                      .flatMap(List::stream)
                      .toList());
    }
  }

  /** Small enough to be explored. */
  public static final class Small implements ArbitrarySupplier<Script> {
    @Override
    public Arbitrary<Script> get() {
      return scripts(3, upTo(3, producer(3, 3)), upTo(3, consumer(3, 2)), 1);
    }
  }

  /** Up to 40 elements around a ring of 2 to 4 slots, so that the cursors wrap many times. */
  public static final class ManyLaps implements ArbitrarySupplier<Script> {
    @Override
    public Arbitrary<Script> get() {
      return scripts(4, upTo(40, producer(6, NEVER)), upTo(40, consumer(6, NEVER)), 1);
    }
  }

  /** As {@link Closing}, but the generator has forgotten to close. */
  public static final class NeverClosing implements ArbitrarySupplier<Script> {
    @Override
    public Arbitrary<Script> get() {
      return scripts(3, upTo(6, producer(8, NEVER)), upTo(5, consumer(8, 4)), 1);
    }
  }

  private static Arbitrary<List<RingCall>> upTo(int most, Arbitrary<RingCall> calls) {
    return calls.list().ofMaxSize(most).withSizeDistribution(RandomDistribution.uniform());
  }

  /**
   * Calls of the producer.
   *
   * @param waits how often it waits, against 6 other calls that store
   * @param closes how often it closes
   */
  private static Arbitrary<RingCall> producer(int waits, int closes) {
    return calls(
        Tuple.of(waits, Kind.PUT),
        Tuple.of(2, Kind.OFFER),
        Tuple.of(2, Kind.TIMED_PUT),
        Tuple.of(2, Kind.BRIEF_PUT),
        Tuple.of(1, Kind.INSTANT_PUT),
        Tuple.of(closes, Kind.CLOSE));
  }

  private static Arbitrary<RingCall> consumer(int waits, int cancels) {
    return calls(
        Tuple.of(waits, Kind.TAKE),
        Tuple.of(2, Kind.POLL),
        Tuple.of(2, Kind.TIMED_TAKE),
        Tuple.of(2, Kind.BRIEF_TAKE),
        Tuple.of(1, Kind.INSTANT_TAKE),
        Tuple.of(1, Kind.DRAIN),
        Tuple.of(cancels, Kind.CANCEL));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // they are only read
  static Arbitrary<RingCall> calls(Tuple2<Integer, Kind>... kinds) {
    Arbitrary<Kind> kind =
        Arbitraries.frequency(List.of(kinds).stream().filter(one -> one.get1() != NEVER).toList());
    return Combinators.combine(kind, Arbitraries.integers()).as(Scripts::call);
  }

  private static RingCall call(Kind kind, int number) {
    if (kind == Kind.DRAIN) {
      return new RingCall(kind, (number & 7) == 7 ? 40 : 1 + (number & 1));
    }
    return new RingCall(kind, kind.stores() ? element(number) : 0);
  }

  /** Any 32-bit value, the extreme ones more often. */
  private static int element(int number) {
    return switch (number & 15) {
      case 14 -> Integer.MIN_VALUE;
      case 15 -> Integer.MAX_VALUE;
      default -> number;
    };
  }

  private static Arbitrary<Script> scripts(
      int capacity,
      Arbitrary<List<RingCall>> producer,
      Arbitrary<List<RingCall>> consumer,
      int outside) {
    Arbitrary<Integer> few = Arbitraries.integers().between(0, outside);
    return Combinators.combine(
            Arbitraries.integers().between(2, capacity),
            starts(capacity),
            producer,
            consumer,
            few,
            few)
        .as(Scripts::script)
        .withoutEdgeCases();
  }

  private static Script script(
      int capacity,
      Start start,
      List<RingCall> producer,
      List<RingCall> consumer,
      int spurious,
      int interrupts) {
    Start within = new Start(start.at() % capacity, start.counted());
    return new Script(capacity, within, producer, consumer, spurious, interrupts);
  }

  private static Arbitrary<Start> starts(int capacity) {
    return Combinators.combine(Arbitraries.integers().between(0, capacity - 1), counted())
        .as(Start::new);
  }

  /** Zero, or a few short of 2^31 or 2^32. */
  static Arbitrary<Integer> counted() {
    return Arbitraries.integers()
        .between(0, 11)
        .withDistribution(RandomDistribution.uniform())
        .map(n -> n < 4 ? 0 : n < 8 ? Integer.MAX_VALUE - (n - 4) : -1 - (n - 8));
  }
}
