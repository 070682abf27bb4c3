package org.sabring.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sabring.memory.SharedInts.ALL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The accesses of every operation that does not wait, in their order and modes: the table of the
 * reference profile.
 */
@Timeout(60)
class StepsTest extends RecordedRing {

  StepsTest() {
    super(AnyRing.CURSOR);
  }

  @Test
  void required_RB201_offerWritesTheSlotThenCountsThenPublishesThenNotifies() {
    assertThat(producer.offer(7)).isEqualTo(Offered.STORED);
    assertThat(recorder.steps())
        .containsExactly(
            "getPlain WRITE",
            "getAcquire READ",
            "setPlain slot0 7",
            "addOpaque PRODUCED 1",
            "setRelease WRITE 1",
            "notify WRITE " + ALL);
  }

  @Test
  void required_RB202_pollReadsTheSlotThenPublishesThenCountsThenNotifies() {
    peer.producer().offer(7);
    assertThat(consumer.poll()).isEqualTo(Taken.ELEMENT);
    assertThat(recorder.steps())
        .containsExactly(
            "getAcquire WRITE",
            "getPlain READ",
            "getPlain slot0",
            "setRelease READ 1",
            "addOpaque CONSUMED 1",
            "notify READ " + ALL);
  }

  @Test
  void answersThatChangeNothingOnlyLoad() {
    assertThat(consumer.poll()).isEqualTo(Taken.EMPTY);
    assertThat(recorder.steps()).isEqualTo(FOUND_EMPTY);
    peer.producer().offer(7);
    assertThat(producer.offer(8)).isEqualTo(Offered.FULL);
    assertThat(recorder.steps()).isEqualTo(FOUND_FULL);
    peer.consumer().cancel();
    assertThat(producer.offer(8)).isEqualTo(Offered.CANCELLED);
    assertThat(recorder.steps()).isEqualTo(FOUND_FULL);
    assertThat(consumer.poll()).isEqualTo(Taken.CANCELLED);
    assertThat(recorder.steps()).isEqualTo(FOUND_EMPTY);
    peer.producer().close();
    assertThat(producer.offer(8)).isEqualTo(Offered.CLOSED);
    assertThat(recorder.steps()).containsExactly("getPlain WRITE");
  }

  @Test
  void required_RB303_closeAndCancelPublishThenNotifyOnce() {
    peer.producer().offer(7);
    peer.consumer().poll();
    assertThat(producer.close()).isTrue();
    assertThat(producer.close()).isFalse();
    assertThat(recorder.steps())
        .containsExactly(
            "getPlain WRITE",
            "setRelease WRITE " + (1 | RingLayout.FLAG),
            "notify WRITE " + ALL,
            "getPlain WRITE");
    assertThat(consumer.cancel()).isTrue();
    assertThat(consumer.cancel()).isFalse();
    assertThat(recorder.steps())
        .containsExactly(
            "getPlain READ",
            "setRelease READ " + (1 | RingLayout.FLAG),
            "notify READ " + ALL,
            "getPlain READ");
  }
}
