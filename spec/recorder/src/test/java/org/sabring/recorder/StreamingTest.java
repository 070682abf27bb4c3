package org.sabring.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.GZIPInputStream;
import org.jctools.queues.SpscArrayQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sabring.recorder.RecordingVerdict.Answer;

/** Recordings in files: one of all threads at the end, or one a thread while it runs. */
class StreamingTest {
  private static final int ELEMENTS = 20_000;

  @TempDir private Path folder;

  private static HistoryRecorder<Integer> recorder(int bound) {
    return HistoryRecorder.around(new SpscArrayQueue<Integer>(64)).bound(bound);
  }

  @Test
  void threadsWriteFilesOfTheirOwnWithOneRun() throws IOException {
    HistoryRecorder<Integer> recorder = recorder(64).streamingTo(folder.resolve("run.jsonl"));
    Traffic.run(recorder, ELEMENTS, false);
    List<Path> files = recorder.close();
    assertThat(files).containsExactly(folder.resolve("run-P.jsonl"), folder.resolve("run-C.jsonl"));
    List<String> put = Files.readAllLines(files.get(0));
    List<String> taken = Files.readAllLines(files.get(1));
    assertThat(put).hasSizeGreaterThan(ELEMENTS);
    assertThat(taken).hasSizeGreaterThan(ELEMENTS);
    assertThat(put.get(0)).contains("\"thread\":\"P\"");
    assertThat(taken.get(0)).isEqualTo(put.get(0).replace("\"thread\":\"P\"", "\"thread\":\"C\""));
    assertThat(put.get(0)).containsPattern("\"run\":\"[-0-9a-f]{36}\"");
  }

  @Test
  void whatIsWrittenIsNotKept() throws IOException {
    HistoryRecorder<Integer> recorder = recorder(64).streamingTo(folder.resolve("run.jsonl"));
    RecordedProducer<Integer> producer = recorder.producer();
    RecordedConsumer<Integer> consumer = recorder.consumer();
    Path file = folder.resolve("run-P.jsonl");
    long header = Files.size(file);
    long written = 0;
    for (int i = 0; i <= ThreadLog.CHUNK; i++) {
      written = Files.size(file);
      producer.offer(i);
      consumer.poll();
    }
    assertThat(written).isEqualTo(header);
    assertThat(Files.readAllLines(file)).hasSize(1 + ThreadLog.CHUNK);
    recorder.close();
    assertThat(Files.readAllLines(file)).hasSize(1 + ThreadLog.CHUNK + 1);
  }

  @Test
  void theyAreJudgedTogether() {
    HistoryRecorder<Integer> recorder = recorder(64).streamingTo(folder.resolve("run.jsonl.gz"));
    Traffic.run(recorder, ELEMENTS, false);
    recorder.assertConforms();
    assertThat(folder.resolve("run-C.jsonl.gz")).exists();
  }

  @Test
  void control_aBoundThatIsNotKeptIsFoundInFiles() {
    HistoryRecorder<Integer> recorder = recorder(63).streamingTo(folder.resolve("run.jsonl.gz"));
    Traffic.run(recorder, ELEMENTS, false);
    assertThat(recorder.judge().answer()).isEqualTo(Answer.VIOLATES);
  }

  @Test
  void oneFileAtTheEndIsCompressedIfItsNameSaysSo() throws IOException {
    HistoryRecorder<Integer> recorder = recorder(64);
    Traffic.run(recorder, ELEMENTS, false);
    Path plain = folder.resolve("all.jsonl");
    Path compressed = folder.resolve("all.jsonl.gz");
    recorder.writeTo(plain);
    recorder.writeTo(compressed);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(compressed))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text.equals(Files.readString(plain))).isTrue();
    }
  }

  @Test
  void filesNeedABound() {
    HistoryRecorder<Integer> recorder =
        HistoryRecorder.around(new SpscArrayQueue<Integer>(64))
            .streamingTo(folder.resolve("run.jsonl"));
    assertThatThrownBy(recorder::producer).hasMessageContaining("see bound");
  }

  /** A thread does not know what another calls its objects. */
  @Test
  void filesOfThreadsNeedScalars() {
    HistoryRecorder<Object> recorder =
        HistoryRecorder.<Object>around(new ArrayBlockingQueue<>(2))
            .streamingTo(folder.resolve("run.jsonl"));
    recorder.producer().offer(new Object());
    assertThatThrownBy(recorder::close).hasMessageContaining("see shownAs");
  }
}
