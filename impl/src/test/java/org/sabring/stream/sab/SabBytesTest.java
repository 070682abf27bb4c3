package org.sabring.stream.sab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Rules;
import org.sabring.ring.Offered;
import org.sabring.stream.Log;
import org.sabring.stream.Settings;
import org.sabring.stream.Turns;

/** Streams of bytes over a ring, on a loop that the test turns. */
@Timeout(20)
class SabBytesTest {

  private static final int CAPACITY = 5;
  private static final int MARK = 6;

  private final Turns turns = new Turns();
  private final Log log = new Log();
  private final WatchedRing ring = new WatchedRing(CAPACITY);
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();
  private final SabByteReadable readable =
      new SabByteReadable(turns.loop, ring.consumer(), Settings.highWaterMark(MARK));
  private final SabByteWritable writable =
      new SabByteWritable(turns.loop, ring.producer(), Settings.highWaterMark(MARK));

  private static byte[] bytes(int from, int to) {
    byte[] bytes = new byte[to - from];
    for (int i = from; i < to; i++) {
      bytes[i - from] = (byte) i;
    }
    return bytes;
  }

  private void readAll() {
    while (readable.read() != null) {
      // emits data
    }
  }

  private void flow() {
    turns.runWell(
        () -> {
          log.hear(readable, false);
          readable.data().on(read::writeBytes);
        });
  }

  private void write(int length) {
    turns.runWell(() -> writable.write(bytes(0, length)));
  }

  @Test
  @Rules("RB601")
  void everyByteComesOutInOrderAndThenTheEnd() {
    turns.runWell(
        () -> {
          log.hear(readable, false);
          log.hear(writable);
          readable.data().on(read::writeBytes);
          writable.write(bytes(0, 1));
          writable.write(new byte[0]);
          writable.write(bytes(1, 100));
          writable.endWith(bytes(100, 103));
        });
    assertThat(read.toByteArray()).isEqualTo(bytes(0, 103));
    assertThat(log.lines()).containsExactly("finish", "close", "end", "close");
    assertThat(ring.isClosed()).isTrue();
    assertThat(ring.isCancelled()).isFalse();
    assertThat(ring.blocked()).isZero();
  }

  @Test
  @Rules("RB611")
  void aChunkLongerThanAPacketIsPutWhole() {
    flow();
    write(5_000);
    assertThat(read.toByteArray()).isEqualTo(bytes(0, 5_000));
  }

  @Test
  @Rules("RB602")
  void whoDoesNotReadStallsTheWriterWithEveryBoundKept() {
    turns.runWell(
        () -> {
          log.hear(writable);
          readable.readable().on(none -> {});
          for (int i = 0; i < 50; i++) {
            writable.write(bytes(i, i + 1));
          }
        });
    assertThat(readable.readableLength()).isEqualTo(MARK);
    assertThat(ring.size()).isEqualTo(CAPACITY - 1);
    assertThat(writable.isDrainNeeded()).isTrue();
    assertThat(ring.writersWaiting()).isEqualTo(1);
    turns.runWell(
        () -> {
          readable.data().on(read::writeBytes);
          readable.readable().on(none -> readAll());
          writable.end();
          readAll();
        });
    assertThat(read.toByteArray()).isEqualTo(bytes(0, 50));
    assertThat(log.lines()).containsExactly("finish", "close");
  }

  @Test
  @Rules("RB602")
  void aStreamThatNobodyReadsTakesAsMuchAsItsMark() {
    write(12);
    turns.runWell(() -> readable.read(0));
    assertThat(readable.readableLength()).isEqualTo(MARK);
  }

  @Test
  @Rules("RB602")
  void aMarkOfNothingTakesAByteAtATime() {
    SabByteReadable slow =
        new SabByteReadable(turns.loop, ring.consumer(), Settings.highWaterMark(0));
    turns.runWell(
        () -> {
          writable.write(bytes(0, 9));
          slow.data().on(chunk -> log.say(Arrays.toString(chunk)));
        });
    assertThat(log.lines()).hasSize(9).startsWith("[0]", "[1]").endsWith("[8]");
  }

  @Test
  @Rules("RB606")
  void theLoopIsFreeWhileBothWait() {
    turns.runWell(() -> readable.data().on(read::writeBytes));
    assertThat(ring.readersWaiting()).isEqualTo(1);
    turns.runWell(() -> log.say("the loop is free"));
    assertThat(log.lines()).containsExactly("the loop is free");
  }

  @Test
  @Rules("RB607")
  void whatIsPutBeforeItAsksIsNotMissed() {
    ring.inTheGap(
        () -> {
          ring.producer().offer(2);
          ring.producer().offer(0x0100);
        });
    flow();
    assertThat(read.toByteArray()).isEqualTo(bytes(0, 2));
  }

  @Test
  @Rules("RB614")
  void roomMadeBeforeItAsksIsNotMissed() {
    ring.inTheGap(() -> assertThat(ring.taken()).hasSize(CAPACITY - 1));
    write(20);
    assertThat(ring.taken()).hasSize(2);
  }

  @Test
  @Rules("RB604")
  void aWriterThatIsDestroyedIsNotTakenForOneThatEnded() {
    flow();
    write(3);
    turns.runWell(writable::destroy);
    assertThat(read.toByteArray()).isEqualTo(bytes(0, 3));
    assertThat(log.lines())
        .containsExactly(
            "error the ring was closed before the end of the bytes: cut short", "close");
  }

  @Test
  @Rules("RB615")
  void whatIsLeftWhenTheWriterIsDestroyedFails() {
    turns.runWell(
        () -> {
          log.hear(writable);
          writable.write(bytes(0, 100), error -> log.say(error == null ? "stored" : "lost"));
        });
    assertThat(log.lines()).isEmpty();
    turns.runWell(() -> writable.destroy(new IllegalStateException("enough")));
    assertThat(log.lines()).containsExactly("lost", "error enough", "close");
    assertThat(ring.writersWaiting()).isZero();
    assertThat(ring.isClosed()).isTrue();
  }

  @Test
  @Rules({"RB608", "RB615"})
  void aReaderThatIsDestroyedCancelsAndTheWriteThatWaitsFails() {
    turns.runWell(
        () -> {
          log.hear(writable);
          writable.write(bytes(0, 100));
        });
    turns.runWell(readable::destroy);
    assertThat(log.lines()).hasSize(2).first().asString().startsWith("error RING_CANCELLED");
    assertThat(ring.readersWaiting()).isZero();
    assertThat(ring.producer().offer(1)).isEqualTo(Offered.CLOSED);
  }

  @Test
  void whatIsNoPacketDestroysTheReaderAndCancels() {
    ring.producer().offer(Integer.MIN_VALUE);
    flow();
    assertThat(log.lines())
        .containsExactly("error packet length=-2147483648, expected at least 0", "close");
    assertThat(ring.isCancelled()).isTrue();
  }

  @Test
  @Rules("RB615")
  void aCancelledRingDestroysTheStream() {
    ring.consumer().cancel();
    turns.runWell(() -> log.hear(writable));
    write(1);
    assertThat(log.lines()).hasSize(2).first().asString().startsWith("error RING_CANCELLED");
    assertThat(writable.isDestroyed()).isTrue();
  }

  /** The end finds no room: it waits like any other element. */
  @Test
  @Rules("RB613")
  void finishComesWhenTheEndIsInTheRing() {
    turns.runWell(
        () -> {
          log.hear(writable);
          writable.write(bytes(0, 12));
          writable.end();
        });
    assertThat(log.lines()).isEmpty();
    assertThat(ring.isClosed()).isFalse();
    turns.runWell(() -> readable.data().on(read::writeBytes));
    assertThat(log.lines()).containsExactly("finish", "close");
    assertThat(readable.isReadableEnded()).isTrue();
  }
}
