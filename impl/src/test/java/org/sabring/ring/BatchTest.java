package org.sabring.ring;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sabring.memory.SharedInts.ALL;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.Memory;
import org.sabring.Side;
import org.sabring.memory.SharedInts;

/** Several elements at once: the steps of single ones, with the cursor moved once. */
@Timeout(60)
@ParameterizedClass
@EnumSource
class BatchTest {

  private final RingLayout layout = RingLayout.padded(4);
  private final SharedInts real = SharedInts.heap(layout.length());
  private final CursorRing peer = CursorRing.create(real, layout);
  private final Recorder recorder = new Recorder(real, layout);
  private final AnyRing any;
  private final Ring ring;
  private final BatchProducer producer;
  private final BatchConsumer consumer;
  private final int[] into = new int[8];

  BatchTest(AnyRing any) {
    this.any = any;
    this.ring = any.attach(recorder.memory(), layout);
    this.producer = ring.producer().batches();
    this.consumer = ring.consumer().batches();
  }

  /** In the reference; the other class has a test of its own. */
  private void assertSteps(String... steps) {
    if (any == AnyRing.CURSOR) {
      assertThat(recorder.steps()).containsExactly(steps);
    }
  }

  @BeforeEach
  void forgetAttach() {
    recorder.steps();
  }

  private static int[] elements(int... elements) {
    return elements;
  }

  private int[] taken() {
    return Arrays.copyOf(into, consumer.taken());
  }

  @Test
  void required_RB201_RB204_allSlotsAreWrittenThenCountedThenPublishedOnce() {
    assertThat(producer.offer(elements(5, 6, 7), 1, 2)).isEqualTo(Offered.STORED);
    assertThat(producer.stored()).isEqualTo(2);
    assertSteps(
        "getPlain WRITE",
        "getAcquire READ",
        "setPlain slot0 6",
        "setPlain slot1 7",
        "addOpaque PRODUCED 2",
        "setRelease WRITE 2",
        "notify WRITE " + ALL);
  }

  @Test
  void required_RB202_RB204_allSlotsAreReadThenFreedOnceThenCounted() {
    peer.producer().batches().offer(elements(5, 6, 7), 0, 3);
    assertThat(consumer.poll(into, 0, 2)).isEqualTo(Taken.ELEMENT);
    assertThat(taken()).containsExactly(5, 6);
    assertSteps(
        "getAcquire WRITE",
        "getPlain READ",
        "getPlain slot0",
        "getPlain slot1",
        "setRelease READ 2",
        "addOpaque CONSUMED 2",
        "notify READ " + ALL);
  }

  @Test
  void required_RB104_aBatchIsAsLargeAsTheRoomAndGoesAroundTheEnd() {
    assertThat(producer.offer(elements(1, 2, 3, 4, 5), 0, 5)).isEqualTo(Offered.STORED);
    assertThat(producer.stored()).isEqualTo(3);
    assertThat(producer.offer(elements(4), 0, 1)).isEqualTo(Offered.FULL);
    assertThat(consumer.poll(into, 0, 2)).isEqualTo(Taken.ELEMENT);
    assertThat(producer.offer(elements(4, 5, 6), 0, 3)).isEqualTo(Offered.STORED);
    assertThat(producer.stored()).isEqualTo(2);
    assertThat(consumer.poll(into, 1, 7)).isEqualTo(Taken.ELEMENT);
    assertThat(consumer.taken()).isEqualTo(3);
    assertThat(into).startsWith(1, 3, 4, 5);
    assertThat(consumer.poll(into, 0, 8)).isEqualTo(Taken.EMPTY);
  }

  @Test
  void batchesAndSingleElementsMix() {
    peer.producer().offer(1);
    producer.offer(elements(2, 3), 0, 2);
    assertThat(peer.consumer().poll()).isEqualTo(Taken.ELEMENT);
    assertThat(consumer.poll(into, 0, 8)).isEqualTo(Taken.ELEMENT);
    assertThat(taken()).containsExactly(2, 3);
  }

  @Test
  void answersThatChangeNothingOnlyLoad() {
    assertThat(consumer.poll(into, 0, 1)).isEqualTo(Taken.EMPTY);
    assertSteps(RecordedRing.FOUND_EMPTY.toArray(String[]::new));
    peer.producer().batches().offer(elements(1, 2, 3), 0, 3);
    assertThat(producer.offer(elements(4, 5), 0, 2)).isEqualTo(Offered.FULL);
    assertSteps(RecordedRing.FOUND_FULL.toArray(String[]::new));
    peer.consumer().cancel();
    assertThat(producer.offer(elements(4), 0, 1)).isEqualTo(Offered.CANCELLED);
    assertThat(consumer.poll(into, 0, 1)).isEqualTo(Taken.CANCELLED);
    peer.producer().close();
    assertThat(producer.offer(elements(4), 0, 1)).isEqualTo(Offered.CLOSED);
    assertThat(producer.stored()).isZero();
    assertThat(consumer.taken()).isZero();
  }

  @Test
  void required_RB501_theEndComesAfterEverything() {
    producer.offer(elements(1, 2, 3), 0, 3);
    ring.producer().close();
    assertThat(consumer.poll(into, 0, 2)).isEqualTo(Taken.ELEMENT);
    assertThat(consumer.poll(into, 0, 2)).isEqualTo(Taken.ELEMENT);
    assertThat(taken()).containsExactly(3);
    assertThat(consumer.poll(into, 0, 2)).isEqualTo(Taken.END);
  }

  /** Asking to be told after a batch compares the word that the batch found. */
  @Test
  void required_RB302_whatABatchFoundIsWhatIsAskedWith() {
    producer.offer(elements(1, 2, 3), 0, 3);
    assertThat(producer.offer(elements(4), 0, 1)).isEqualTo(Offered.FULL);
    peer.consumer().poll();
    assertThat(ring.producer().whenReady(() -> {})).isNull();
    consumer.poll(into, 0, 8);
    assertThat(consumer.poll(into, 0, 8)).isEqualTo(Taken.EMPTY);
    peer.producer().offer(4);
    assertThat(ring.consumer().whenReady(() -> {})).isNull();
  }

  @Test
  void required_RB403_aTimedBatchGivesUpAndMovesNothing() throws Exception {
    assertThat(consumer.take(into, 0, 2, 1, MILLISECONDS)).isEqualTo(Taken.TIMED_OUT);
    producer.offer(elements(1, 2, 3), 0, 3);
    assertThat(producer.put(elements(4, 5), 0, 2, 1, MILLISECONDS)).isEqualTo(Offered.TIMED_OUT);
    assertThat(producer.put(elements(4, 5), 0, 2, 0, MILLISECONDS)).isEqualTo(Offered.TIMED_OUT);
    assertThat(peer.size()).isEqualTo(3);
    assertThat(real.getPlain(layout.producerWaits())).isGreaterThanOrEqualTo(1);
    assertThat(real.getPlain(layout.consumerWaits())).isGreaterThanOrEqualTo(1);
  }

  @Test
  void required_RB301_RB503_waitersWakeForOneSlotAndForCancel() throws Exception {
    producer.offer(elements(1, 2, 3), 0, 3);
    Side<Offered> blocked = Side.start(() -> producer.put(elements(4, 5), 0, 2));
    Side.untilWaiting(real, layout.read(), 1);
    peer.consumer().poll();
    assertThat(blocked.answer()).isEqualTo(Offered.STORED);
    assertThat(producer.stored()).isEqualTo(1);
    Side<Offered> cancelled = Side.start(() -> producer.put(elements(5), 0, 1));
    Side.untilWaiting(real, layout.read(), 1);
    peer.consumer().cancel();
    assertThat(cancelled.answer()).isEqualTo(Offered.CANCELLED);
  }

  @Test
  void anInterruptedBatchMovesNothing() {
    Side<Taken> blocked = Side.start(() -> consumer.take(into, 0, 2));
    Side.untilWaiting(real, layout.write(), 1);
    blocked.thread().interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(blocked::answer)
        .withCauseInstanceOf(InterruptedException.class);
    assertThat(real.waiters(layout.write())).isZero();
    assertThat(real.getPlain(layout.consumed())).isZero();
  }

  @Test
  void aRangeThatIsNoneIsRefusedAndNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> producer.offer(into, 0, 0))
        .withMessage("length=0, expected at least 1");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> producer.put(into, 7, 2));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> consumer.poll(into, -1, 2));
    assertThat(recorder.steps()).isEmpty();
  }

  /** Two threads, with batches of 1 to 5 elements on both sides, in rings of 3 and 4 slots. */
  @ParameterizedTest
  @EnumSource
  void required_RB101_RB102_RB103_everythingComesOnceAndInOrder(Memory kind) throws Exception {
    for (int capacity = 3; capacity <= 4; capacity++) {
      RingLayout small = RingLayout.compact(capacity);
      Ring shared = any.create(kind.of(small.length()), small);
      int count = 20_000;
      Side<Boolean> writer = Side.start(() -> write(shared.producer(), count));
      BatchConsumer reader = shared.consumer().batches();
      int next = 0;
      while (reader.take(into, 0, 1 + next % 5) == Taken.ELEMENT) {
        for (int i = 0; i < reader.taken(); i++) {
          assertThat(into[i]).isEqualTo(next++);
        }
      }
      assertThat(writer.answer()).isTrue();
      assertThat(next).isEqualTo(count);
      assertThat(shared.memory().getVolatile(small.produced())).isEqualTo(count);
      assertThat(shared.memory().getVolatile(small.consumed())).isEqualTo(count);
    }
  }

  private static boolean write(Producer side, int count) throws InterruptedException {
    BatchProducer batches = side.batches();
    int[] batch = new int[5];
    for (int next = 0; next < count; ) {
      int length = Math.min(1 + next % 4, count - next);
      for (int i = 0; i < length; i++) {
        batch[i] = next + i;
      }
      assertThat(batches.put(batch, 0, length)).isEqualTo(Offered.STORED);
      next += batches.stored();
    }
    return side.close();
  }
}
