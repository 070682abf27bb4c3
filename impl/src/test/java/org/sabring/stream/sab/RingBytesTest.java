package org.sabring.stream.sab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sabring.Side;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.ring.Taken;
import org.sabring.stream.StreamException;

/** Java's own ways to read and write bytes, over a ring: what their contracts say. */
@Timeout(60)
class RingBytesTest {

  private final CursorRing ring = CursorRing.create(8);
  private final ReadableByteChannel readable = RingBytes.readable(ring.consumer());
  private final WritableByteChannel writable = RingBytes.writable(ring.producer());

  private static ByteBuffer bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (i + 1);
    }
    return ByteBuffer.wrap(bytes);
  }

  private void untilReaderWaits() {
    Side.untilWaiting(ring.memory(), ring.layout().write(), 1);
  }

  private void untilWriterWaits() {
    Side.untilWaiting(ring.memory(), ring.layout().read(), 1);
  }

  private static void assertThrown(Side<?> side, Class<? extends Throwable> type) {
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(side::answer)
        .withCauseInstanceOf(type);
  }

  /** Interrupts it, and hears whether its interrupt status is set when it comes out. */
  private static Side<Boolean> interruptible(Callable<?> call) {
    return Side.start(
        () -> {
          assertThatThrownBy(call::call).isInstanceOf(ClosedByInterruptException.class);
          return Thread.currentThread().isInterrupted();
        });
  }

  /** The format, as the package describes it. */
  @Test
  void thePacketsAreTheOnesThatAreDescribed() throws IOException {
    writable.write(bytes(5));
    writable.write(ByteBuffer.wrap(new byte[] {(byte) 0xff}));
    writable.close();
    List<Integer> elements = new ArrayList<>();
    ring.consumer().drain(elements::add, 8);
    assertThat(elements).containsExactly(5, 0x04030201, 0x05, 1, 0xff, 0);
    assertThat(ring.consumer().poll()).isEqualTo(Taken.END);
  }

  @Test
  void anyWriterOfTheFormatIsRead() throws IOException {
    int left = 0x7f000000; // what is left over of an element means nothing
    for (int element : new int[] {3, left + 0x030201, 1, 4, 0}) {
      ring.producer().offer(element);
    }
    try (InputStream in = RingBytes.input(ring.consumer())) {
      assertThat(in.readAllBytes()).containsExactly(1, 2, 3, 4);
    }
    assertThat(ring.isCancelled()).isFalse();
  }

  @Test
  void theEndIsTheAnswerForEver() throws IOException {
    writable.write(bytes(3));
    writable.close();
    InputStream in = RingBytes.input(ring.consumer());
    assertThat(in.read(new byte[0])).isZero();
    assertThat(in.read()).isEqualTo(1);
    assertThat(in.readNBytes(9)).containsExactly(2, 3);
    for (int i = 0; i < 3; i++) {
      assertThat(in.read()).isEqualTo(-1);
      assertThat(in.read(new byte[7], 2, 3)).isEqualTo(-1);
      assertThat(in.read(new byte[0])).isZero();
    }
    in.close();
    assertThat(ring.isCancelled()).isFalse();
  }

  @Test
  void aReadTakesWhatIsThereAndNoMoreElementsThanItNeeds() throws IOException {
    writable.write(bytes(20));
    ByteBuffer one = ByteBuffer.allocate(1);
    assertThat(readable.read(one)).isEqualTo(1);
    assertThat(ring.size()).isEqualTo(4); // of 6: the length, and the first four bytes
    ByteBuffer many = ByteBuffer.allocate(100);
    int read = 0;
    while (read < 19) {
      read += readable.read(many);
    }
    assertThat(many.flip()).isEqualTo(bytes(20).position(1));
  }

  @Test
  void closingIsDoneOnceAndIsFinal() throws IOException {
    assertThat(writable.isOpen() && readable.isOpen()).isTrue();
    writable.close();
    writable.close();
    assertThat(writable.isOpen()).isFalse();
    assertThat(ring.size()).isEqualTo(1);
    assertThatThrownBy(() -> writable.write(bytes(1))).isInstanceOf(ClosedChannelException.class);
    readable.close();
    readable.close();
    assertThat(readable.isOpen()).isFalse();
    assertThatThrownBy(() -> readable.read(bytes(1))).isInstanceOf(ClosedChannelException.class);
    assertThat(ring.isCancelled()).isTrue();
  }

  @Test
  void nothingIsWrittenForNoBytes() throws IOException {
    assertThat(writable.write(bytes(0))).isZero();
    RingBytes.output(ring.producer()).write(new byte[0]);
    assertThat(ring.size()).isZero();
  }

  @Test
  void aWriteToARingThatWasCancelledSaysSo() throws Exception {
    Side<Integer> blocked = Side.start(() -> writable.write(bytes(100)));
    untilWriterWaits();
    readable.close();
    assertThrown(blocked, IOException.class);
    assertThatThrownBy(() -> writable.write(bytes(1)))
        .isInstanceOf(IOException.class)
        .hasMessage("the consumer of the ring has cancelled: nobody reads what is written")
        .hasCauseInstanceOf(StreamException.class);
    writable.close();
    assertThat(ring.isClosed()).isTrue();
  }

  @Test
  void anInterruptedReadClosesAndCancels() throws Exception {
    Side<Boolean> blocked = interruptible(() -> readable.read(bytes(4)));
    untilReaderWaits();
    blocked.thread().interrupt();
    assertThat(blocked.answer()).isTrue();
    assertThat(readable.isOpen()).isFalse();
    assertThat(ring.producer().offer(1)).isEqualTo(Offered.CANCELLED);
  }

  @Test
  void anInterruptedWriteClosesAndTheReaderHearsThatItWasCutShort() throws Exception {
    Side<Boolean> blocked = interruptible(() -> writable.write(bytes(100)));
    untilWriterWaits();
    blocked.thread().interrupt();
    assertThat(blocked.answer()).isTrue();
    assertThat(writable.isOpen()).isFalse();
    InputStream in = RingBytes.input(ring.consumer());
    assertThat(in.readNBytes(24)).isEqualTo(bytes(24).array()); // 7 elements, one the length
    assertThatThrownBy(in::read).isInstanceOf(EOFException.class).hasMessageContaining("cut short");
    assertThatThrownBy(in::read).isInstanceOf(EOFException.class);
  }

  @Test
  void whoComesInterruptedClosesToo() throws Exception {
    Side<Boolean> comes =
        interruptible(
            () -> {
              Thread.currentThread().interrupt();
              return writable.write(bytes(1));
            });
    assertThat(comes.answer()).isTrue();
    assertThat(ring.isClosed()).isTrue();
    assertThat(ring.size()).isZero();
  }

  @Test
  void closingThrowsOutWhoIsBlocked() throws Exception {
    Side<Integer> reading = Side.start(() -> readable.read(bytes(4)));
    untilReaderWaits();
    readable.close();
    assertThrown(reading, AsynchronousCloseException.class);
    assertThat(ring.isCancelled()).isTrue();
  }

  @Test
  void closingThrowsOutAWriterAndEndsWithoutTheEnd() throws Exception {
    Side<Boolean> writing =
        Side.start(
            () -> {
              assertThatThrownBy(() -> writable.write(bytes(100)))
                  .isInstanceOf(AsynchronousCloseException.class);
              return Thread.currentThread().isInterrupted();
            });
    untilWriterWaits();
    writable.close();
    assertThat(writing.answer()).isFalse();
    InputStream in = RingBytes.input(ring.consumer());
    assertThatThrownBy(in::readAllBytes).isInstanceOf(EOFException.class);
  }

  @Test
  void closingWaitsForRoomAndAnInterruptEndsThat() throws Exception {
    CursorRing small = CursorRing.create(3);
    WritableByteChannel channel = RingBytes.writable(small.producer());
    channel.write(bytes(4));
    Side<Boolean> closing =
        interruptible(
            () -> {
              channel.close();
              return null;
            });
    Side.untilWaiting(small.memory(), small.layout().read(), 1);
    closing.thread().interrupt();
    assertThat(closing.answer()).isTrue();
    assertThat(small.isClosed()).isTrue();
    InputStream in = RingBytes.input(small.consumer());
    assertThat(in.readNBytes(4)).hasSize(4);
    assertThatThrownBy(in::read).isInstanceOf(EOFException.class);
  }

  @Test
  void whatIsNoPacketIsSaidAndCancels() {
    ring.producer().offer(-7);
    assertThatThrownBy(() -> readable.read(bytes(4)))
        .isInstanceOf(StreamCorruptedException.class)
        .hasMessage("packet length=-7, expected at least 0");
    assertThat(ring.isCancelled()).isTrue();
    assertThatThrownBy(() -> readable.read(bytes(4))).isInstanceOf(IOException.class);
  }
}
