package org.sabring.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Side;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.ring.Producer;

/** The ring as a stream. */
@Timeout(60)
class SabReadableTest {

  private static final int CAPACITY = 4;

  private final Turns turns = new Turns();
  private final Log log = new Log();
  private final CursorRing ring = CursorRing.create(CAPACITY);
  private final Producer producer = ring.producer();
  private final SabReadable stream =
      new SabReadable(turns.loop, ring.consumer(), Settings.highWaterMark(2));

  private int waiters() {
    return ring.memory().waiters(ring.layout().write());
  }

  @Test
  void required_RB601_RB604_whatIsPutComesOutInOrderAndThenTheEnd() {
    turns.runWell(() -> log.hear(stream, true));
    assertThat(log.lines()).isEmpty();
    producer.offer(1);
    producer.offer(2);
    turns.runAll();
    assertThat(log.lines()).containsExactly("data 1", "data 2");
    producer.offer(3);
    producer.close();
    turns.runAll();
    assertThat(log.lines()).containsExactly("data 3", "end", "close");
    assertThat(ring.isCancelled()).isFalse();
    assertThat(waiters()).isZero();
  }

  @Test
  void required_RB606_RB607_anEmptyRingIsWaitedForWithoutBlockingAndAskedOnce() {
    turns.runWell(() -> log.hear(stream, true));
    assertThat(waiters()).isEqualTo(1);
    turns.runWell(
        () -> {
          stream.read(0);
          stream.read();
          log.say("the loop is free");
        });
    assertThat(log.lines()).containsExactly("the loop is free");
    assertThat(waiters()).isEqualTo(1);
    assertThat(ring.memory().getPlain(ring.layout().consumerWaits())).isEqualTo(1);
  }

  /** At most (capacity - 1) + high-water mark are in flight while nobody reads. */
  @Test
  void required_RB602_aPausedStreamFillsToItsMarkAndThenTheRingFills() {
    turns.runWell(
        () -> {
          log.hear(stream, false);
          stream.readable().on(none -> log.say("readable"));
        });
    int stored = 0;
    for (int i = 0; i < 100; i++) {
      stored += producer.offer(i) == Offered.STORED ? 1 : 0;
      turns.runAll();
    }
    assertThat(stored).isEqualTo(CAPACITY - 1 + 2);
    assertThat(stream.readableLength()).isEqualTo(2);
    List<Integer> read = new ArrayList<>();
    producer.close();
    Runnable readAll =
        () -> {
          for (Integer e = stream.read(); e != null; e = stream.read()) {
            read.add(e);
          }
        };
    turns.runWell(
        () -> {
          stream.readable().on(none -> readAll.run());
          readAll.run();
        });
    turns.runWell(() -> read.add(-1));
    assertThat(read).containsExactly(0, 1, 2, 3, 4, -1);
    assertThat(log.lines()).contains("readable", "end", "close");
  }

  @Test
  void whoReadsWithinDataIsServedInOrder() {
    IntStream.range(1, CAPACITY).forEach(producer::offer);
    turns.runWell(
        () -> {
          log.hear(stream, true);
          stream.data().on(any -> log.say("read " + stream.read()));
        });
    producer.offer(9);
    turns.runAll();
    List<String> data = new ArrayList<>(log.lines());
    data.removeIf(line -> !line.startsWith("data"));
    assertThat(data).containsExactly("data 1", "data 2", "data 3", "data 9");
  }

  @Test
  void required_RB608_destroyCancelsTheRingAndTakesTheQuestionBack() {
    turns.runWell(() -> log.hear(stream, true));
    assertThat(waiters()).isEqualTo(1);
    turns.runWell(stream::destroy);
    assertThat(log.lines()).containsExactly("close");
    assertThat(waiters()).isZero();
    assertThat(producer.offer(1)).isEqualTo(Offered.CANCELLED);
    turns.runAll();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void required_RB608_destroyFreesAProducerThatBlocks() throws Exception {
    IntStream.range(1, CAPACITY).forEach(producer::offer);
    Side<Offered> blocked = Side.start(() -> producer.put(9));
    Side.untilWaiting(ring.memory(), ring.layout().read(), 1);
    turns.runWell(
        () -> {
          log.hear(stream, false);
          stream.destroy(new IllegalStateException("enough"));
        });
    assertThat(blocked.answer()).isEqualTo(Offered.CANCELLED);
    assertThat(log.lines()).containsExactly("error enough", "close");
  }

  /** What the stream holds already still comes out, as in Node, but nothing more of the ring. */
  @Test
  void required_RB605_destroyWithinDataTakesNothingMoreFromTheRing() {
    CursorRing wide = CursorRing.create(32);
    SabReadable reader = new SabReadable(turns.loop, wide.consumer(), Settings.highWaterMark(2));
    IntStream.range(0, 30).forEach(wide.producer()::offer);
    int[] left = new int[1];
    turns.runWell(
        () -> {
          log.hear(reader, true);
          reader
              .data()
              .once(
                  any -> {
                    reader.destroy();
                    left[0] = wide.size();
                  });
        });
    assertThat(left[0]).isEqualTo(wide.size()).isGreaterThanOrEqualTo(27);
    assertThat(log.lines()).startsWith("data 0").hasSizeLessThanOrEqualTo(4).endsWith("close");
  }

  @Test
  void required_RB604_theEndComesWhilePausedOnlyAfterTheDataHasBeenRead() {
    turns.runWell(
        () -> {
          log.hear(stream, true);
          stream.pause();
        });
    producer.offer(1);
    producer.close();
    turns.runAll();
    assertThat(log.lines()).isEmpty();
    turns.runWell(stream::resume);
    assertThat(log.lines()).containsExactly("data 1", "end", "close");
  }

  @Test
  void anErrorThatNobodyListensToIsReportedByTheLoop() {
    IllegalStateException lost = new IllegalStateException("lost");
    turns.run(() -> stream.destroy(lost));
    assertThat(turns.uncaught).hasSize(1);
    assertThat(turns.uncaught.get(0)).isInstanceOf(StreamException.class).hasCause(lost);
  }

  @Test
  void aListenerThatThrowsIsReportedAndNothingIsLost() {
    IllegalStateException thrown = new IllegalStateException("thrown");
    IntStream.range(1, CAPACITY).forEach(producer::offer);
    turns.run(
        () -> {
          log.hear(stream, true);
          stream
              .data()
              .once(
                  any -> {
                    throw thrown;
                  });
        });
    assertThat(turns.uncaught).containsExactly(thrown);
    turns.run(() -> stream.read(0));
    producer.close();
    turns.runAll();
    turns.run(stream::resume);
    turns.run(
        () -> {
          while (stream.read() != null) {
            // emits data
          }
        });
    assertThat(log.lines()).containsExactly("data 1", "data 2", "data 3", "end", "close");
  }

  /** Each element is followed by another at once, and the loop gets round to others. */
  @Test
  void required_RB606_aRingThatIsNeverEmptyDoesNotKeepTheLoop() {
    producer.offer(0);
    turns.loop.post(() -> stream.data().on(producer::offer));
    turns.loop.post(
        () -> {
          log.say("another task");
          turns.loop.post(stream::destroy);
        });
    turns.runAll();
    assertThat(log.lines()).containsExactly("another task");
    assertThat(stream.isClosed()).isTrue();
  }

  /** It reads on within one task, a few elements at a time. */
  @Test
  void required_RB606_aRingThatIsFullAndNeverEmptyDoesNotKeepTheLoopEither() {
    IntStream.range(1, CAPACITY).forEach(producer::offer);
    turns.loop.post(
        () -> {
          turns.loop.post(() -> turns.loop.post(stream::destroy));
          stream.data().on(producer::offer);
        });
    turns.runAll();
    assertThat(stream.isClosed()).isTrue();
  }

  @Test
  void aStreamBelongsToItsLoop() {
    assertThatThrownBy(stream::read).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(stream::destroy).isInstanceOf(IllegalStateException.class);
  }

  /** The seed's version holds its loop until something comes; ours, above, does not. */
  @Test
  void theBlockingVersionHoldsItsLoop() throws Exception {
    try (EventLoop loop = EventLoop.create("blocked")) {
      SabReadable blocking = SabReadable.blocking(loop, ring.consumer(), Settings.highWaterMark(1));
      List<Integer> data = new ArrayList<>();
      CountDownLatch closed = new CountDownLatch(1);
      CountDownLatch free = new CountDownLatch(1);
      loop.post(
          () -> {
            blocking.data().on(data::add);
            blocking.close().on(none -> closed.countDown());
          });
      Side.untilWaiting(ring.memory(), ring.layout().write(), 1);
      loop.post(free::countDown);
      assertThat(free.getCount()).isEqualTo(1);
      assertThat(waiters()).isEqualTo(1);
      producer.put(1);
      producer.put(2);
      producer.close();
      assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(free.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(data).containsExactly(1, 2);
    }
  }

  @Test
  void twoThreadsLoseNothing() throws Exception {
    try (EventLoop loop = EventLoop.create("reader")) {
      CursorRing wide = CursorRing.create(8);
      SabReadable reader = new SabReadable(loop, wide.consumer(), Settings.highWaterMark(3));
      List<Integer> data = new ArrayList<>();
      CountDownLatch closed = new CountDownLatch(1);
      loop.post(
          () -> {
            reader.data().on(data::add);
            reader.close().on(none -> closed.countDown());
          });
      int count = 20_000;
      Side<Boolean> writer =
          Side.start(
              () -> {
                for (int i = 0; i < count; i++) {
                  wide.producer().put(i);
                }
                return wide.producer().close();
              });
      assertThat(writer.answer()).isTrue();
      assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(data).isEqualTo(IntStream.range(0, count).boxed().toList());
    }
  }
}
