package org.sabring.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.memory.AsyncWait;

/** Asking to be told instead of sleeping: the same steps as the wait, and nothing is missed. */
@Timeout(60)
@ParameterizedClass
@EnumSource
class AskTest extends RecordedRing {

  AskTest(AnyRing any) {
    super(any);
  }

  private final AtomicInteger told = new AtomicInteger();

  @Test
  void required_RB302_RB403_theConsumerComparesTheWordThatPollFound() {
    peer.producer().offer(0);
    peer.consumer().poll();
    assertThat(consumer.poll()).isEqualTo(Taken.EMPTY);
    recorder.steps();
    assertThat(consumer.whenReady(told::incrementAndGet)).isNotNull();
    assertThat(recorder.steps())
        .containsExactly("addOpaque CONSUMER_WAITS 1", "awaitAsync WRITE 1 tell");
    assertThat(peer.producer().offer(7)).isEqualTo(Offered.STORED);
    assertThat(told).hasValue(1);
    assertThat(consumer.poll()).isEqualTo(Taken.ELEMENT);
  }

  @Test
  void required_RB302_RB403_theProducerComparesTheWordThatOfferFound() {
    peer.producer().offer(7);
    assertThat(producer.offer(8)).isEqualTo(Offered.FULL);
    recorder.steps();
    assertThat(producer.whenReady(told::incrementAndGet)).isNotNull();
    assertThat(recorder.steps())
        .containsExactly("addOpaque PRODUCER_WAITS 1", "awaitAsync READ 0 tell");
    peer.consumer().poll();
    assertThat(told).hasValue(1);
    assertThat(producer.offer(8)).isEqualTo(Offered.STORED);
  }

  @Test
  void required_RB301_whatCameBetweenIsNotMissed() {
    assertThat(consumer.poll()).isEqualTo(Taken.EMPTY);
    peer.producer().offer(7);
    assertThat(consumer.whenReady(told::incrementAndGet)).isNull();
    assertThat(consumer.poll()).isEqualTo(Taken.ELEMENT);
    peer.producer().offer(7);
    assertThat(producer.offer(8)).isEqualTo(Offered.FULL);
    peer.consumer().poll();
    assertThat(producer.whenReady(told::incrementAndGet)).isNull();
    assertThat(told).hasValue(0);
    assertThat(List.of(real.waiters(layout.write()), real.waiters(layout.read()))).containsOnly(0);
  }

  @Test
  void required_RB303_closeAndCancelTell() {
    assertThat(consumer.poll()).isEqualTo(Taken.EMPTY);
    assertThat(consumer.whenReady(told::incrementAndGet)).isNotNull();
    peer.producer().close();
    assertThat(told).hasValue(1);
    assertThat(consumer.poll()).isEqualTo(Taken.END);
  }

  @Test
  void required_RB503_cancelTellsAProducerThatAsked() {
    peer.producer().offer(7);
    assertThat(producer.offer(8)).isEqualTo(Offered.FULL);
    assertThat(producer.whenReady(told::incrementAndGet)).isNotNull();
    peer.consumer().cancel();
    assertThat(told).hasValue(1);
    assertThat(producer.offer(8)).isEqualTo(Offered.CANCELLED);
  }

  @Test
  void aQuestionTakenBackLeavesNothing() {
    assertThat(consumer.poll()).isEqualTo(Taken.EMPTY);
    AsyncWait question = Objects.requireNonNull(consumer.whenReady(told::incrementAndGet));
    assertThat(real.waiters(layout.write())).isEqualTo(1);
    assertThat(question.cancel()).isTrue();
    assertThat(real.waiters(layout.write())).isZero();
    peer.producer().offer(7);
    assertThat(told).hasValue(0);
  }
}
