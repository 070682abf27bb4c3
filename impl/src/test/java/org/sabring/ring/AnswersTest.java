package org.sabring.ring;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the two sides answer at the ends of a stream, and how elements are handed over. */
@Timeout(60)
@ParameterizedClass
@EnumSource
class AnswersTest {

  private final Ring ring;
  private final Producer producer;
  private final Consumer consumer;

  AnswersTest(AnyRing kind) {
    this.ring = kind.create(4);
    this.producer = ring.producer();
    this.consumer = ring.consumer();
  }

  @Test
  void required_RB501_afterCloseEverythingStoredComesAndThenTheEndForEver() throws Exception {
    producer.offer(1);
    producer.offer(2);
    assertThat(ring.isClosed()).isFalse();
    assertThat(producer.close()).isTrue();
    assertThat(producer.close()).isFalse();
    assertThat(ring.isClosed()).isTrue();
    assertThat(ring.size()).isEqualTo(2);
    assertThat(producer.offer(3)).isEqualTo(Offered.CLOSED);
    assertThat(producer.put(3)).isEqualTo(Offered.CLOSED);
    assertThat(producer.put(3, 1, NANOSECONDS)).isEqualTo(Offered.CLOSED);
    assertThat(consumer.take()).isEqualTo(Taken.ELEMENT);
    assertThat(consumer.poll()).isEqualTo(Taken.ELEMENT);
    assertThat(consumer.element()).isEqualTo(2);
    for (int i = 0; i < 3; i++) {
      assertThat(consumer.poll()).isEqualTo(Taken.END);
      assertThat(consumer.take()).isEqualTo(Taken.END);
      assertThat(consumer.take(1, NANOSECONDS)).isEqualTo(Taken.END);
    }
  }

  @Test
  void required_RB503_afterCancelNeitherSideBlocks() throws Exception {
    for (int i = 0; i < 3; i++) {
      producer.offer(i);
    }
    assertThat(ring.isCancelled()).isFalse();
    assertThat(consumer.cancel()).isTrue();
    assertThat(consumer.cancel()).isFalse();
    assertThat(ring.isCancelled()).isTrue();
    assertThat(ring.size()).isEqualTo(3);
    assertThat(producer.offer(9)).isEqualTo(Offered.CANCELLED);
    assertThat(producer.put(9)).isEqualTo(Offered.CANCELLED);
    assertThat(producer.put(9, 1, NANOSECONDS)).isEqualTo(Offered.CANCELLED);
    assertThat(consumer.poll()).isEqualTo(Taken.CANCELLED);
    assertThat(consumer.take()).isEqualTo(Taken.CANCELLED);
    assertThat(consumer.take(1, NANOSECONDS)).isEqualTo(Taken.CANCELLED);
    assertThat(producer.close()).isTrue();
    assertThat(producer.offer(9)).isEqualTo(Offered.CLOSED);
    assertThat(consumer.poll()).isEqualTo(Taken.CANCELLED);
  }

  @Test
  void elementBeforeTheFirstIsMisuseAndLaterTheLastOneStays() {
    assertThat(consumer.poll()).isEqualTo(Taken.EMPTY);
    assertThatThrownBy(consumer::element)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("elements taken=0, expected at least 1 before element()");
    producer.offer(5);
    consumer.poll();
    assertThat(consumer.poll()).isEqualTo(Taken.EMPTY);
    assertThat(consumer.element()).isEqualTo(5);
  }

  @Test
  void drainHandsOverAtMostTheLimitInOrder() {
    List<Integer> seen = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      producer.offer(i);
    }
    assertThat(consumer.drain(seen::add, 2)).isEqualTo(2);
    assertThat(seen).containsExactly(1, 2);
    assertThat(consumer.drain(seen::add, 2)).isEqualTo(1);
    assertThat(seen).containsExactly(1, 2, 3);
    assertThat(consumer.drain(seen::add, Integer.MAX_VALUE)).isZero();
    assertThatThrownBy(() -> consumer.drain(seen::add, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit=0, expected at least 1");
  }

  @Test
  void drainTakesAnElementBeforeTheSinkSeesIt() {
    producer.offer(1);
    producer.offer(2);
    List<Integer> sizes = new ArrayList<>();
    consumer.drain(element -> sizes.add(ring.size()), 1);
    assertThat(sizes).containsExactly(1);
  }

  @Test
  void whenTheSinkThrowsThatElementIsTakenAndTheRestStays() {
    for (int i = 1; i <= 3; i++) {
      producer.offer(i);
    }
    assertThatThrownBy(
            () ->
                consumer.drain(
                    element -> {
                      throw new ArithmeticException("element=" + element);
                    },
                    3))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("element=1");
    assertThat(consumer.element()).isEqualTo(1);
    assertThat(consumer.poll()).isEqualTo(Taken.ELEMENT);
    assertThat(consumer.element()).isEqualTo(2);
    assertThat(ring.size()).isEqualTo(1);
  }
}
