package org.sabring.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sabring.memory.SharedInts.ALL;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.memory.SharedInts;

/** When a {@link CachedCursorRing} looks at its cursors, and what it does in between. */
@Timeout(60)
class CachedStepsTest {

  private static final List<String> PRODUCER_LOOKS =
      List.of("getPlain WRITE", "getAcquire READ", "getPlain PRODUCED");
  private static final List<String> CONSUMER_LOOKS =
      List.of("getAcquire WRITE", "getPlain READ", "getPlain CONSUMED");

  private final RingLayout layout = RingLayout.padded(4);
  private final SharedInts real = SharedInts.heap(layout.length());
  private final CursorRing peer = CursorRing.create(real, layout);
  private final Recorder recorder = new Recorder(real, layout);
  private final CachedCursorRing ring = CachedCursorRing.attach(recorder.memory(), layout);
  private final Producer producer = ring.producer();
  private final Consumer consumer = ring.consumer();

  @BeforeEach
  void forgetAttach() {
    assertThat(recorder.steps()).containsExactly("getVolatile WRITE", "getVolatile READ");
  }

  @Test
  void required_RB201_theProducerLooksOnceAndThenOnlyWhenItSeemsFull() {
    producer.offer(5);
    assertThat(recorder.steps())
        .startsWith(PRODUCER_LOOKS.toArray(String[]::new))
        .endsWith(
            "setPlain slot0 5", "setOpaque PRODUCED 1", "setRelease WRITE 1", "notify WRITE " + ALL)
        .hasSize(7);
    producer.offer(6);
    assertThat(recorder.steps())
        .containsExactly(
            "setPlain slot1 6",
            "setOpaque PRODUCED 2",
            "setRelease WRITE 2",
            "notify WRITE " + ALL);
    producer.offer(7);
    recorder.steps();
    assertThat(producer.offer(8)).isEqualTo(Offered.FULL);
    assertThat(producer.offer(8)).isEqualTo(Offered.FULL);
    assertThat(recorder.steps()).containsExactlyElementsOf(twice(PRODUCER_LOOKS));
  }

  @Test
  void required_RB202_theConsumerLooksOnceAndThenOnlyWhenItSeemsEmpty() {
    peer.producer().offer(5);
    peer.producer().offer(6);
    consumer.poll();
    assertThat(recorder.steps())
        .startsWith(CONSUMER_LOOKS.toArray(String[]::new))
        .endsWith(
            "getPlain slot0", "setRelease READ 1", "setOpaque CONSUMED 1", "notify READ " + ALL)
        .hasSize(7);
    consumer.poll();
    assertThat(recorder.steps())
        .containsExactly(
            "getPlain slot1", "setRelease READ 2", "setOpaque CONSUMED 2", "notify READ " + ALL);
    assertThat(consumer.poll()).isEqualTo(Taken.EMPTY);
    assertThat(consumer.poll()).isEqualTo(Taken.EMPTY);
    assertThat(recorder.steps()).containsExactlyElementsOf(twice(CONSUMER_LOOKS));
  }

  /** After a cancel the producer goes on with the room that it knew of, and no further. */
  @Test
  void required_RB503_aCancelIsFoundWhenTheKnownRoomIsUsedUp() throws Exception {
    producer.offer(5);
    peer.consumer().poll();
    peer.consumer().cancel();
    assertThat(producer.offer(6)).isEqualTo(Offered.STORED);
    assertThat(producer.offer(7)).isEqualTo(Offered.STORED);
    recorder.steps();
    for (int i = 0; i < 3; i++) {
      assertThat(producer.put(8)).isEqualTo(Offered.CANCELLED);
    }
    assertThat(recorder.steps()).doesNotContain("addOpaque PRODUCER_WAITS 1").hasSize(6);
    assertThat(peer.size()).isEqualTo(2);
  }

  /** Who has said CANCELLED once, to a batch that wanted more than was known, goes on to say it. */
  @Test
  void required_RB503_onceCancelledAlwaysCancelled() {
    producer.offer(5);
    peer.consumer().cancel();
    assertThat(producer.batches().offer(new int[3], 0, 3)).isEqualTo(Offered.CANCELLED);
    assertThat(producer.offer(6)).isEqualTo(Offered.CANCELLED);
    assertThat(producer.batches().offer(new int[1], 0, 1)).isEqualTo(Offered.CANCELLED);
    assertThat(peer.size()).isEqualTo(1);
  }

  @Test
  void required_RB502_nothingIsStoredAfterCloseAlthoughRoomWasKnown() {
    producer.offer(5);
    assertThat(producer.close()).isTrue();
    assertThat(producer.offer(6)).isEqualTo(Offered.CLOSED);
    assertThat(producer.batches().offer(new int[1], 0, 1)).isEqualTo(Offered.CLOSED);
    assertThat(producer.close()).isFalse();
    assertThat(peer.size()).isEqualTo(1);
  }

  @Test
  void required_RB502_nothingIsTakenAfterCancelAlthoughElementsWereKnown() {
    peer.producer().offer(5);
    peer.producer().offer(6);
    consumer.poll();
    assertThat(consumer.cancel()).isTrue();
    assertThat(consumer.poll()).isEqualTo(Taken.CANCELLED);
    assertThat(consumer.batches().poll(new int[1], 0, 1)).isEqualTo(Taken.CANCELLED);
    assertThat(consumer.cancel()).isFalse();
    assertThat(peer.size()).isEqualTo(1);
  }

  /** Closing is never overlooked: END is said of a WRITE just loaded, and so is EMPTY. */
  @Test
  void required_RB501_whatWasPutBeforeTheCloseComesFirstWhateverWasKnown() {
    peer.producer().offer(5);
    peer.producer().offer(6);
    consumer.poll();
    peer.producer().offer(7);
    peer.producer().close();
    assertThat(consumer.poll()).isEqualTo(Taken.ELEMENT);
    assertThat(consumer.poll()).isEqualTo(Taken.ELEMENT);
    assertThat(consumer.element()).isEqualTo(7);
    assertThat(consumer.poll()).isEqualTo(Taken.END);
  }

  @Test
  void aBatchLooksWhenItKnowsOfLessThanItWants() {
    producer.offer(5);
    peer.consumer().poll();
    recorder.steps();
    assertThat(producer.batches().offer(new int[] {6, 7}, 0, 2)).isEqualTo(Offered.STORED);
    assertThat(recorder.steps()).doesNotContain("getAcquire READ");
    assertThat(producer.batches().offer(new int[] {8, 9}, 0, 2)).isEqualTo(Offered.STORED);
    assertThat(recorder.steps()).contains("getAcquire READ");
    assertThat(producer.batches().stored()).isEqualTo(1);
  }

  /** A ring that is used from its middle counts on from there, whatever the counters say. */
  @Test
  void required_RB402_theFirstCallTakesCursorAndCounterFromTheMemory() {
    real.setPlain(layout.produced(), -1);
    real.setPlain(layout.consumed(), -1);
    for (int i = 0; i < 3; i++) {
      peer.producer().offer(i);
      peer.consumer().poll();
    }
    producer.batches().offer(new int[] {4, 5}, 0, 2);
    consumer.poll();
    assertThat(consumer.element()).isEqualTo(4);
    assertThat(real.getPlain(layout.write())).isEqualTo(1);
    assertThat(real.getPlain(layout.produced())).isEqualTo(4);
    assertThat(real.getPlain(layout.consumed())).isEqualTo(3);
  }

  /** A memory that others write to: what is loaded is checked, at the next look. */
  @Test
  void aWordThatIsNoCursorIsSaidWhenItIsLoaded() {
    real.setVolatile(layout.read(), 4);
    for (int again = 0; again < 2; again++) {
      assertThatThrownBy(() -> producer.offer(8))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("READ=0x00000004, expected");
    }
    real.setVolatile(layout.read(), 0);
    real.setVolatile(layout.write(), -1);
    assertThatThrownBy(consumer::poll)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("WRITE=0xffffffff, expected");
    assertThatThrownBy(producer::close).isInstanceOf(IllegalStateException.class);
  }

  private static List<String> twice(List<String> steps) {
    return Stream.of(steps, steps).flatMap(List::stream).toList();
  }
}
