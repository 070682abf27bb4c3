package org.sabring.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sabring.Memory;
import org.sabring.Side;

/** A long run of both sides at once, blocking, on every memory and in every layout. */
@Timeout(120)
class TwoThreadsTest {

  private static final int ELEMENTS = 10_000;

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
    CursorRing ring = CursorRing.create(kind.of(layout.length()), layout);
    Side<Boolean> producer = Side.start(() -> produce(ring.producer()));
    Consumer consumer = ring.consumer();
    int next = 0;
    while (consumer.take() == Taken.ELEMENT) {
      assertThat(consumer.element()).isEqualTo(next++);
    }
    assertThat(producer.answer()).isTrue();
    assertThat(next).isEqualTo(ELEMENTS);
    assertThat(consumer.take()).isEqualTo(Taken.END);
    for (int counter : List.of(layout.produced(), layout.consumed())) {
      assertThat(ring.memory().getVolatile(counter)).isEqualTo(ELEMENTS);
    }
  }

  private static boolean produce(Producer producer) throws InterruptedException {
    for (int i = 0; i < ELEMENTS; i++) {
      assertThat(producer.put(i)).isEqualTo(Offered.STORED);
    }
    return producer.close();
  }
}
