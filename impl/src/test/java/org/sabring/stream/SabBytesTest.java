package org.sabring.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;

/** Streams of bytes over a ring, on a loop that the test turns. */
@Timeout(60)
class SabBytesTest {

  private static final int CAPACITY = 5;
  private static final int MARK = 6;

  private final Turns turns = new Turns();
  private final Log log = new Log();
  private final CursorRing ring = CursorRing.create(CAPACITY);
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

  private int waiters(int word) {
    return ring.memory().waiters(word);
  }

  @Test
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
  }

  @Test
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
    assertThat(waiters(ring.layout().read())).isEqualTo(1);
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
  void theLoopIsFreeWhileBothWait() {
    turns.runWell(() -> readable.data().on(read::writeBytes));
    assertThat(waiters(ring.layout().write())).isEqualTo(1);
    turns.runWell(() -> log.say("the loop is free"));
    assertThat(log.lines()).containsExactly("the loop is free");
  }

  @Test
  void aWriterThatIsDestroyedIsNotTakenForOneThatEnded() {
    turns.runWell(
        () -> {
          log.hear(readable, false);
          readable.data().on(read::writeBytes);
          writable.write(bytes(0, 3));
        });
    turns.runWell(writable::destroy);
    assertThat(read.toByteArray()).isEqualTo(bytes(0, 3));
    assertThat(log.lines())
        .containsExactly(
            "error the ring was closed before the end of the bytes: cut short", "close");
  }

  @Test
  void whatIsLeftWhenTheWriterIsDestroyedFails() {
    turns.runWell(
        () -> {
          log.hear(writable);
          writable.write(bytes(0, 100), error -> log.say(error == null ? "stored" : "lost"));
        });
    assertThat(log.lines()).isEmpty();
    turns.runWell(() -> writable.destroy(new IllegalStateException("enough")));
    assertThat(log.lines()).containsExactly("lost", "error enough", "close");
    assertThat(waiters(ring.layout().read())).isZero();
  }

  @Test
  void aReaderThatIsDestroyedCancelsAndTheWriteThatWaitsFails() {
    turns.runWell(
        () -> {
          log.hear(writable);
          writable.write(bytes(0, 100));
        });
    turns.runWell(readable::destroy);
    assertThat(log.lines()).hasSize(2).first().asString().startsWith("error RING_CANCELLED");
    assertThat(waiters(ring.layout().write())).isZero();
    assertThat(ring.producer().offer(1)).isEqualTo(Offered.CLOSED);
  }

  @Test
  void whatIsNoPacketDestroysTheReaderAndCancels() {
    ring.producer().offer(Integer.MIN_VALUE);
    turns.runWell(
        () -> {
          log.hear(readable, false);
          readable.data().on(read::writeBytes);
        });
    assertThat(log.lines())
        .containsExactly("error packet length=-2147483648, expected at least 0", "close");
    assertThat(ring.isCancelled()).isTrue();
  }

  /** The end finds no room: it waits like any other element. */
  @Test
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
