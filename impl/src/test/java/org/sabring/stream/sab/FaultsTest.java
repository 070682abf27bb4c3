package org.sabring.stream.sab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.Fork;
import org.sabring.ring.CursorRing;
import org.sabring.ring.Offered;
import org.sabring.ring.Taken;
import org.sabring.stream.ChunkMode;
import org.sabring.stream.Log;
import org.sabring.stream.Readable;
import org.sabring.stream.Settings;
import org.sabring.stream.Turns;
import org.sabring.stream.compose.Pipeline;

/** What goes wrong around streams and rings, and what comes of it. The others are in the table. */
@Timeout(120)
class FaultsTest {

  @TempDir Path folder;

  private final Turns turns = new Turns();
  private final Log log = new Log();
  private final CursorRing ring = CursorRing.create(3);
  private final IllegalStateException thrown = new IllegalStateException("thrown");

  private SabReadable readable() {
    return new SabReadable(turns.loop, ring.consumer(), Settings.highWaterMark(1));
  }

  private SabWritable writable() {
    return new SabWritable(turns.loop, ring.producer(), Settings.highWaterMark(1));
  }

  @Test
  void aSourceThatThrowsDestroysItsStream() {
    Readable<Integer> source =
        new Readable<>(turns.loop, ChunkMode.objects(), Settings.highWaterMark(1)) {
          @Override
          protected void onRead(int size) {
            throw thrown;
          }
        };
    SabWritable sink = writable();
    turns.runWell(
        () -> {
          log.hear(source, false);
          Pipeline.of(source, sink, error -> log.say("over " + error));
        });
    assertThat(log.lines()).containsExactly("error thrown", "close", "over " + thrown);
    assertThat(ring.isClosed()).isTrue();
  }

  @Test
  void whatAWritersCallbackThrowsIsReportedAndTheStreamGoesOn() {
    SabWritable stream = writable();
    turns.run(
        () -> {
          log.hear(stream);
          stream.write(
              1,
              error -> {
                throw thrown;
              });
          stream.write(2);
          stream.end();
        });
    assertThat(turns.uncaught).containsExactly(thrown);
    assertThat(ring.size()).isEqualTo(2);
    assertThat(ring.isClosed()).isTrue();
  }

  @Test
  void aLoopWithoutAThreadDestroysAWriterThatWaits() {
    SabWritable stream = writable();
    turns.runWell(
        () -> {
          log.hear(stream);
          for (int element = 1; element <= 3; element++) {
            stream.write(element, log.telling(element));
          }
        });
    assertThat(log.lines()).containsExactly("1 stored", "2 stored");
    turns.end();
    assertThat(ring.consumer().poll()).isEqualTo(Taken.ELEMENT); // being told is a task
    assertThat(log.lines()).containsExactly("3 lost", "error no more", "close");
    assertThat(ring.isClosed()).isTrue();
  }

  /** The other side has stopped for good: whoever asks for an answer gets one. */
  @Test
  void whoWaitsForASideThatNeverComesBackGetsAnAnswerAllTheSame() throws Exception {
    SabWritable writer = writable();
    turns.runWell(
        () -> {
          log.hear(writer);
          for (int i = 1; i <= 4; i++) {
            writer.write(i);
          }
        });
    assertThat(writer.isDrainNeeded()).isTrue();
    turns.runWell(writer::destroy);
    assertThat(log.lines()).containsExactly("close");
    CursorRing other = CursorRing.create(2);
    assertThat(other.consumer().take(1, TimeUnit.MILLISECONDS)).isEqualTo(Taken.TIMED_OUT);
    other.producer().offer(1);
    assertThat(other.producer().put(2, 1, TimeUnit.MILLISECONDS)).isEqualTo(Offered.TIMED_OUT);
    SabReadable reader = new SabReadable(turns.loop, CursorRing.create(2).consumer());
    turns.runWell(
        () -> {
          log.hear(reader, true);
          reader.read(0);
        });
    turns.runWell(reader::destroy);
    assertThat(log.lines()).containsExactly("close");
  }

  @Test
  void aReaderWhoseMemoryIsOverwrittenIsDestroyedAndCancels() {
    SabReadable stream = readable();
    turns.runWell(() -> log.hear(stream, true));
    ring.memory().setVolatile(ring.layout().write(), -1);
    ring.memory().notify(ring.layout().write(), 1);
    turns.runAll();
    assertThat(log.lines()).hasSize(2).first().asString().startsWith("error WRITE=0xffffffff");
    assertThat(ring.isCancelled()).isTrue();
    assertThat(turns.uncaught).isEmpty();
  }

  @Test
  void aWriterWhoseMemoryIsOverwrittenIsDestroyedAndCloses() {
    SabWritable stream = writable();
    turns.runWell(
        () -> {
          log.hear(stream);
          for (int i = 1; i <= 3; i++) {
            stream.write(i);
          }
        });
    ring.memory().setVolatile(ring.layout().read(), 77);
    ring.memory().notify(ring.layout().read(), 1);
    turns.runAll();
    assertThat(log.lines()).hasSize(2).first().asString().startsWith("error READ=0x0000004d");
    assertThat(ring.isClosed()).isTrue();
    assertThat(turns.uncaught).isEmpty();
  }

  @Test
  void streamsOfBytesAreDestroyedLikewise() {
    SabByteReadable reader = new SabByteReadable(turns.loop, ring.consumer());
    turns.runWell(
        () -> {
          log.hear(reader, false);
          reader.data().on(chunk -> log.say("data"));
        });
    ring.memory().setVolatile(ring.layout().write(), 3);
    ring.memory().notify(ring.layout().write(), 1);
    turns.runAll();
    assertThat(log.lines()).hasSize(2).first().asString().startsWith("error WRITE=0x00000003");
    CursorRing other = CursorRing.create(3);
    SabByteWritable writer = new SabByteWritable(turns.loop, other.producer());
    turns.runWell(
        () -> {
          log.hear(writer);
          writer.write(new byte[100]);
        });
    other.memory().setVolatile(other.layout().read(), 3);
    other.memory().notify(other.layout().read(), 1);
    turns.runAll();
    assertThat(log.lines()).hasSize(2).first().asString().startsWith("error READ=0x00000003");
  }

  @Test
  void aMappedFileThatIsCutShortIsAnErrorOfTheJvmAndNotItsEnd() throws Exception {
    Fork.Ended run =
        Fork.run(CutShort.class, List.of(), 100, folder.resolve("ring").toString(), "ring");
    assertThat(run.exit()).as(run.printed()).isZero();
    assertThat(run.printed().lines())
        .containsExactly(
            "offer: InternalError", "poll: InternalError", "wait: InternalError", "still running");
  }

  @Test
  void aStreamOverAFileThatIsCutShortDoesNotHang() throws Exception {
    Fork.Ended run =
        Fork.run(CutShort.class, List.of(), 100, folder.resolve("ring").toString(), "stream");
    assertThat(run.exit()).as(run.printed()).isZero();
    assertThat(run.printed())
        .startsWith("first: true\n")
        .contains("InternalError")
        .endsWith("heard: true\nstill running\n");
  }
}
