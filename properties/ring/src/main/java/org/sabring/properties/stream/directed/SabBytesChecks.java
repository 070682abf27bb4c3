package org.sabring.properties.stream.directed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.sabring.stream.SabByteReadable;
import org.sabring.stream.SabByteWritable;
import org.sabring.stream.Settings;

/** What streams of bytes over a ring promise. The ring stores three elements, of 4 bytes each. */
@SuppressWarnings("unused") // found by their names
final class SabBytesChecks {

  private final HandLoop writer = new HandLoop();
  private final HandLoop reader = new HandLoop();
  private final WatchedRing ring = new WatchedRing(4);
  private final SabByteWritable in =
      new SabByteWritable(writer.loop(), ring.producer(), Settings.highWaterMark(8));
  private final SabByteReadable out =
      new SabByteReadable(reader.loop(), ring.consumer(), Settings.highWaterMark(3));
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<String> heard = new ArrayList<>();

  private static byte[] counted(int length) {
    byte[] chunk = new byte[length];
    for (int i = 0; i < length; i++) {
      chunk[i] = (byte) i;
    }
    return chunk;
  }

  private void write(int length) {
    writer.run(() -> in.write(counted(length)));
  }

  private void flow() {
    reader.run(
        () -> {
          out.end().on(ended -> heard.add("end"));
          out.error().on(error -> heard.add("error"));
          out.close().on(closed -> heard.add("close"));
          out.data().on(bytes::writeBytes);
        });
  }

  /** Both loops, until neither has anything to do. */
  private void runBoth() {
    while (!writer.isIdle() || !reader.isIdle()) {
      writer.runAll();
      reader.runAll();
    }
  }

  void required_RB601_RB606_everyByteComesOutInOrderAndThenTheEnd() {
    flow();
    write(13);
    writer.run(in::end);
    runBoth();
    assertThat(bytes.toByteArray()).isEqualTo(counted(13));
    assertThat(heard).containsExactly("end", "close");
    assertThat(ring.blocked()).isZero();
  }

  void required_RB602_aStreamThatNobodyReadsTakesAsMuchAsItsMark() {
    write(8);
    reader.run(() -> out.read(0));
    runBoth();
    assertThat(out.readableLength()).isEqualTo(3);
  }

  void required_RB604_aRingThatIsCutShortIsNoEnd() {
    flow();
    write(5);
    writer.run(in::destroy);
    runBoth();
    assertThat(bytes.toByteArray()).isEqualTo(counted(5));
    assertThat(heard).containsExactly("error", "close");
  }

  void required_RB607_whatIsPutBeforeItAsksIsNotMissed() {
    ring.inTheGap(() -> write(2));
    flow();
    runBoth();
    assertThat(bytes.toByteArray()).isEqualTo(counted(2));
  }

  void required_RB608_aDestroyCancelsTheRing() {
    reader.run(out::destroy);
    assertThat(ring.isCancelled()).isTrue();
  }

  void required_RB611_aChunkLongerThanAPacketIsPutWhole() {
    flow();
    write(5_000);
    runBoth();
    assertThat(bytes.toByteArray()).isEqualTo(counted(5_000));
  }

  void required_RB614_roomMadeBeforeItAsksIsNotMissed() {
    ring.inTheGap(() -> assertThat(ring.taken()).hasSize(3));
    write(13);
    assertThat(ring.taken()).hasSize(2);
  }

  void required_RB615_aDestroyClosesTheRing() {
    writer.run(in::destroy);
    assertThat(ring.isClosed()).isTrue();
  }

  void required_RB615_aCancelledRingDestroysTheStream() {
    ring.consumer().cancel();
    writer.run(() -> in.error().on(error -> heard.add("error")));
    write(1);
    assertThat(heard).containsExactly("error");
    assertThat(in.isDestroyed()).isTrue();
  }
}
