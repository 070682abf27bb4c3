package org.sabring.stream.sab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Rules;
import org.sabring.Side;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.stream.Log;
import org.sabring.stream.Settings;
import org.sabring.stream.Turns;
import org.sabring.stream.compose.Operators;

/** What a stream from a ring promises when it is destroyed. */
@Timeout(20)
class SabReadableDestroyTest {

  private final Turns turns = new Turns();
  private final Log log = new Log();
  private final WatchedRing ring = new WatchedRing(32);
  private final SabReadable stream =
      new SabReadable(turns.loop, ring.consumer(), Settings.highWaterMark(2));

  /** What the stream holds already still comes out, as in Node, but nothing more of the ring. */
  @Test
  @Rules("RB605")
  void destroyWithinDataTakesNothingMoreFromTheRing() {
    ring.put(1, 31);
    int[] left = new int[1];
    turns.runWell(
        () -> {
          log.hear(stream, true);
          stream
              .data()
              .once(
                  any -> {
                    stream.destroy();
                    left[0] = ring.size();
                  });
        });
    turns.runWell(() -> stream.read(0));
    assertThat(left[0]).isEqualTo(ring.size()).isGreaterThanOrEqualTo(28);
    assertThat(log.lines()).startsWith("data 1").hasSizeLessThanOrEqualTo(4).endsWith("close");
  }

  @Test
  @Rules("RB605")
  void whoWasToldBeforeADestroyTakesNothing() {
    turns.runWell(() -> log.hear(stream, true));
    turns.loop.post(stream::destroy);
    ring.put(1, 3); // tells it: a task that comes after that one
    turns.runAll();
    assertThat(ring.size()).isEqualTo(3);
    assertThat(log.lines()).containsExactly("close");
  }

  @Test
  @Rules("RB608")
  void destroyCancelsTheRingAndTakesTheQuestionBack() {
    turns.runWell(() -> log.hear(stream, true));
    assertThat(ring.readersWaiting()).isEqualTo(1);
    turns.runWell(stream::destroy);
    assertThat(log.lines()).containsExactly("close");
    assertThat(ring.readersWaiting()).isZero();
    assertThat(ring.producer().offer(1)).isEqualTo(Offered.CANCELLED);
    turns.runAll();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  @Rules("RB608")
  void aDestroyWithoutAnyReadCancelsTheRing() {
    turns.runWell(stream::destroy);
    assertThat(ring.isCancelled()).isTrue();
  }

  @Test
  @Rules("RB608")
  void whoTakesEnoughCancelsTheRing() {
    ring.put(1, 7);
    turns.runWell(() -> log.hear(Operators.take(stream, 2), true));
    assertThat(log.lines()).containsExactly("data 1", "data 2", "end", "close");
    assertThat(ring.isCancelled()).isTrue();
  }

  @Test
  @Rules("RB608")
  @Tag("threads")
  @Timeout(60)
  void destroyFreesAProducerThatBlocks() throws Exception {
    CursorRing full = CursorRing.create(2);
    full.producer().offer(1);
    SabReadable reader = new SabReadable(turns.loop, full.consumer());
    Side<Offered> blocked = Side.start(() -> full.producer().put(9));
    Side.untilWaiting(full.memory(), full.layout().read(), 1);
    turns.runWell(
        () -> {
          log.hear(reader, false);
          reader.destroy(new IllegalStateException("enough"));
        });
    assertThat(blocked.answer()).isEqualTo(Offered.CANCELLED);
    assertThat(log.lines()).containsExactly("error enough", "close");
  }
}
