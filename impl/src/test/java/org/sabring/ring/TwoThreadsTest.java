package org.sabring.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.Memory;
import org.sabring.Side;
import org.sabring.memory.WaitStrategy;

/**
 * A long run of both sides at once, blocking, on every memory, in every layout and in every way to
 * wait.
 */
@Timeout(120)
@ParameterizedClass
@MethodSource("org.sabring.ring.AnyRing#waiting")
class TwoThreadsTest {

  private static final int ELEMENTS = 10_000;

  /** Who spins gives the processor to nobody: without one for each side, a turn takes long. */
  private static final int SPUN = 1_000;

  private final AnyRing any;
  private final WaitStrategy strategy;
  private final int elements;

  TwoThreadsTest(AnyRing any, WaitStrategy strategy) {
    this.any = any;
    this.strategy = strategy;
    boolean spins = strategy == WaitStrategy.SPIN || strategy == WaitStrategy.YIELD;
    this.elements = spins ? SPUN : ELEMENTS;
  }

  static Stream<Arguments> rings() {
    return Stream.of(Memory.values())
        .flatMap(
            kind ->
                Stream.of(
                        RingLayout.compact(2),
                        RingLayout.padded(2),
                        RingLayout.compact(7),
                        RingLayout.padded(64))
                    .map(layout -> Arguments.of(kind, layout)));
  }

  @ParameterizedTest
  @MethodSource("rings")
  void required_RB101_RB102_RB103_everythingComesOnceAndInOrder(Memory kind, RingLayout layout)
      throws Exception {
    Ring ring = any.create(kind.of(layout.length(), strategy), layout);
    Side<Boolean> producer = Side.start(() -> produce(ring.producer(), elements));
    Consumer consumer = ring.consumer();
    int next = 0;
    while (consumer.take() == Taken.ELEMENT) {
      assertThat(consumer.element()).isEqualTo(next++);
    }
    assertThat(producer.answer()).isTrue();
    assertThat(next).isEqualTo(elements);
    assertThat(consumer.take()).isEqualTo(Taken.END);
    for (int counter : List.of(layout.produced(), layout.consumed())) {
      assertThat(ring.memory().getVolatile(counter)).isEqualTo(elements);
    }
  }

  private static boolean produce(Producer producer, int elements) throws InterruptedException {
    for (int i = 0; i < elements; i++) {
      assertThat(producer.put(i)).isEqualTo(Offered.STORED);
    }
    return producer.close();
  }
}
