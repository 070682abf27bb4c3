package org.sabring.stream.sab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Rules;
import org.sabring.Side;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.stream.EventLoop;
import org.sabring.stream.Log;
import org.sabring.stream.Settings;
import org.sabring.stream.Turns;

/** What a stream from a ring promises until it is destroyed. */
@Timeout(20)
class SabReadableTest {

  private static final int CAPACITY = 8;
  private static final int MARK = 2;

  private final Turns turns = new Turns();
  private final Log log = new Log();
  private final WatchedRing ring = new WatchedRing(CAPACITY);
  private final SabReadable stream =
      new SabReadable(turns.loop, ring.consumer(), Settings.highWaterMark(MARK));

  private void flow() {
    turns.runWell(() -> log.hear(stream, true));
  }

  @Test
  @Rules({"RB601", "RB604"})
  void everythingPutComesOutInOrderAndThenTheEnd() {
    ring.put(1, 5);
    flow();
    ring.put(6, 7);
    turns.runAll();
    assertThat(log.lines())
        .containsExactly("data 1", "data 2", "data 3", "data 4", "data 5", "data 6", "data 7");
    ring.producer().close();
    turns.runAll();
    assertThat(log.lines()).containsExactly("end", "close");
    assertThat(ring.isCancelled()).isFalse();
    assertThat(ring.readersWaiting()).isZero();
  }

  @Test
  @Rules("RB601")
  void whoReadsWithinDataIsServedInOrder() {
    ring.put(1, 3);
    turns.runWell(
        () -> {
          log.hear(stream, true);
          stream.data().on(any -> stream.read());
        });
    ring.put(9, 9);
    turns.runAll();
    assertThat(log.lines()).containsExactly("data 1", "data 2", "data 3", "data 9");
  }

  /** At most (capacity - 1) + high-water mark are in flight while nobody reads. */
  @Test
  @Rules("RB602")
  void aPausedStreamFillsToItsMarkAndThenTheRingFills() {
    turns.runWell(() -> stream.readable().on(none -> log.say("readable")));
    int stored = 0;
    for (int i = 0; i < 100; i++) {
      stored += ring.producer().offer(i) == Offered.STORED ? 1 : 0;
      turns.runAll();
    }
    assertThat(stored).isEqualTo(CAPACITY - 1 + MARK);
    assertThat(stream.readableLength()).isEqualTo(MARK);
    assertThat(log.lines()).contains("readable");
  }

  @Test
  @Rules("RB601")
  void whatFilledStreamAndRingIsReadInOrder() {
    ring.put(1, 7);
    turns.runWell(() -> stream.read(0));
    ring.put(8, 9);
    ring.producer().close();
    turns.runWell(() -> log.hear(stream, false));
    turns.runWell(
        () -> {
          for (Integer element = stream.read(); element != null; element = stream.read()) {
            log.say("read " + element);
          }
        });
    assertThat(log.lines())
        .startsWith("read 1", "read 2", "read 3", "read 4", "read 5", "read 6", "read 7", "read 8")
        .endsWith("read 9", "end", "close");
  }

  @Test
  @Rules("RB604")
  void theEndComesWhilePausedOnlyAfterTheDataHasBeenRead() {
    turns.runWell(
        () -> {
          log.hear(stream, true);
          stream.pause();
        });
    ring.put(1, 1);
    ring.producer().close();
    turns.runAll();
    assertThat(log.lines()).isEmpty();
    turns.runWell(stream::resume);
    assertThat(log.lines()).containsExactly("data 1", "end", "close");
  }

  @Test
  @Rules("RB607")
  void anEmptyRingIsAskedOnce() {
    flow();
    turns.runWell(
        () -> {
          stream.read(0);
          stream.read();
        });
    assertThat(ring.readersWaiting()).isEqualTo(1);
    assertThat(ring.ring().memory().getPlain(ring.ring().layout().consumerWaits())).isEqualTo(1);
  }

  @Test
  @Rules("RB607")
  void whatIsPutBeforeItAsksIsNotMissed() {
    ring.inTheGap(() -> ring.put(1, 1));
    flow();
    assertThat(log.lines()).containsExactly("data 1");
  }

  @Test
  @Rules("RB607")
  void aCloseBeforeItAsksIsNotMissed() {
    ring.inTheGap(() -> ring.producer().close());
    flow();
    assertThat(log.lines()).containsExactly("end", "close");
  }

  @Test
  @Rules("RB607")
  void whoWasToldOnceIsToldAgain() {
    turns.runWell(() -> stream.read(0));
    ring.put(1, 7); // told; takes two, and wants no more
    turns.runAll();
    assertThat(stream.readableLength()).isEqualTo(MARK);
    flow();
    ring.put(8, 9);
    turns.runAll();
    assertThat(log.lines()).hasSize(9).endsWith("data 8", "data 9");
  }

  @Test
  void aListenerThatThrowsIsReportedAndNothingIsLost() {
    IllegalStateException thrown = new IllegalStateException("thrown");
    ring.put(1, 3);
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
    ring.producer().close();
    turns.run(stream::resume);
    turns.run(stream::read);
    assertThat(log.lines()).containsExactly("data 1", "data 2", "data 3", "end", "close");
  }

  @Test
  @Rules("RB601")
  @Tag("threads")
  @Timeout(60)
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
