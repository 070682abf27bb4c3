package org.sabring.stream.sab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Side;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;

/** The ring as Java's own stream. */
@Timeout(60)
class RingIntsTest {

  private final CursorRing ring = CursorRing.create(4);

  @Test
  void everythingComesInOrderAndThenTheEnd() throws Exception {
    Side<Boolean> producer =
        Side.start(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                ring.producer().put(i);
              }
              return ring.producer().close();
            });
    assertThat(RingInts.of(ring.consumer()).map(x -> 2 * x).toArray())
        .isEqualTo(IntStream.range(0, 1_000).map(x -> 2 * x).toArray());
    assertThat(producer.answer()).isTrue();
    assertThat(ring.isCancelled()).isFalse();
  }

  @Test
  void aShortStreamTakesNoMoreThanItNeedsAndClosingFreesTheProducer() throws Exception {
    Side<Offered> producer =
        Side.start(
            () -> {
              Offered answer = Offered.STORED;
              for (int i = 0; answer == Offered.STORED; i++) {
                answer = ring.producer().put(i);
              }
              return answer;
            });
    try (IntStream elements = RingInts.of(ring.consumer())) {
      assertThat(elements.limit(5).sum()).isEqualTo(10);
      assertThat(ring.memory().getAcquire(ring.layout().consumed())).isEqualTo(5);
    }
    assertThat(producer.answer()).isEqualTo(Offered.CANCELLED);
  }

  @Test
  void anInterruptEndsItAndTakesNothing() {
    Side<Long> consumer = Side.start(() -> RingInts.of(ring.consumer()).count());
    Side.untilWaiting(ring.memory(), ring.layout().write(), 1);
    consumer.thread().interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(consumer::answer)
        .withCauseInstanceOf(CancellationException.class);
    assertThat(ring.producer().offer(1)).isEqualTo(Offered.STORED);
    assertThat(ring.size()).isEqualTo(1);
  }
}
