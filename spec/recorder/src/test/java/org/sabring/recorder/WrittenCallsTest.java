package org.sabring.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of each call, on one thread and a clock that counts. */
class WrittenCallsTest {
  private static final String HEADER =
      "{\"format\":\"sabring-trace\",\"version\":1,\"kind\":\"history\",\"bound\":2,"
          + "\"complete\":false,\"source\":\"sabring-recorder\"}";

  @TempDir private Path folder;

  private static <E> HistoryRecorder<E> counted(HistoryRecorder<E> recorder) {
    return recorder.clock(new AtomicLong()::getAndIncrement);
  }

  private List<String> written(HistoryRecorder<?> recorder) throws IOException {
    Path file = folder.resolve("history.jsonl");
    recorder.writeTo(file);
    return Files.readAllLines(file);
  }

  @Test
  void callsOfAllKindsAreWrittenInTheOrderOfTheirBeginning() throws Exception {
    HistoryRecorder<Integer> recorder =
        counted(HistoryRecorder.around(new ArrayBlockingQueue<>(2)));
    RecordedProducer<Integer> producer = recorder.producer();
    RecordedConsumer<Integer> consumer = recorder.consumer();
    assertThat(consumer.poll()).isNull();
    assertThat(producer.put(1)).isTrue();
    assertThat(producer.offer(-2)).isTrue();
    assertThat(producer.offer(3)).isFalse();
    assertThat(consumer.take()).isEqualTo(1);
    assertThat(consumer.poll()).isEqualTo(-2);
    assertThat(written(recorder))
        .containsExactly(
            HEADER,
            "{\"call\":0,\"thread\":\"C\",\"op\":\"poll\",\"empty\":true,\"return\":1}",
            "{\"call\":2,\"thread\":\"P\",\"op\":\"put\",\"value\":1,\"result\":true,\"return\":3}",
            "{\"call\":4,\"thread\":\"P\",\"op\":\"offer\",\"value\":-2,\"result\":true,\"return\":5}",
            "{\"call\":6,\"thread\":\"P\",\"op\":\"offer\",\"value\":3,\"result\":false,\"return\":7}",
            "{\"call\":8,\"thread\":\"C\",\"op\":\"take\",\"value\":1,\"return\":9}",
            "{\"call\":10,\"thread\":\"C\",\"op\":\"poll\",\"value\":-2,\"return\":11}");
    recorder.assertConforms();
  }

  @Test
  void ofFruitlessCallsInARowTheLastIsKept() throws IOException {
    HistoryRecorder<Integer> recorder =
        counted(HistoryRecorder.around(new ArrayDeque<Integer>())).bound(2);
    RecordedConsumer<Integer> consumer = recorder.consumer();
    consumer.poll();
    consumer.poll();
    consumer.poll();
    assertThat(written(recorder))
        .containsExactly(
            HEADER, "{\"call\":4,\"thread\":\"C\",\"op\":\"poll\",\"empty\":true,\"return\":5}");
  }

  @Test
  void everyCallIsKeptIfWanted() throws IOException {
    HistoryRecorder<Integer> recorder =
        HistoryRecorder.around(new ArrayDeque<Integer>()).bound(2).keepingEveryCall();
    RecordedConsumer<Integer> consumer = recorder.consumer();
    consumer.poll();
    consumer.poll();
    assertThat(written(recorder)).hasSize(3);
  }

  /** What is seen within a call, by whoever looks then, is a call that has not come back. */
  @Test
  void aCallUnderWayHasNotComeBack() throws IOException {
    Queue<Integer> queue = new ArrayDeque<>();
    List<List<String>> seen = new ArrayList<>();
    List<HistoryRecorder<Integer>> recorders = new ArrayList<>();
    HistoryRecorder<Integer> recorder =
        counted(
                HistoryRecorder.<Integer>around(
                    element -> {
                      queue.add(element);
                      return look(seen, recorders);
                    },
                    queue::poll))
            .bound(2);
    recorders.add(recorder);
    RecordedProducer<Integer> producer = recorder.producer();
    producer.offer(7);
    producer.offer(8);
    assertThat(seen.get(1))
        .containsExactly(
            HEADER,
            "{\"call\":0,\"thread\":\"P\",\"op\":\"offer\",\"value\":7,\"result\":true,\"return\":2}",
            "{\"call\":3,\"thread\":\"P\",\"op\":\"offer\",\"value\":8}");
  }

  private boolean look(List<List<String>> seen, List<HistoryRecorder<Integer>> recorders) {
    try {
      return seen.add(written(recorders.get(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatThrowsIsNotRecorded() throws IOException {
    HistoryRecorder<Integer> recorder =
        counted(HistoryRecorder.around(new ArrayBlockingQueue<>(2)));
    RecordedConsumer<Integer> consumer = recorder.consumer();
    Thread.currentThread().interrupt();
    assertThatThrownBy(consumer::take).isInstanceOf(InterruptedException.class);
    consumer.poll();
    assertThat(written(recorder)).hasSize(2);
  }

  @Test
  void aQueueThatSaysItsEnd() throws Exception {
    Integer end = Integer.MIN_VALUE;
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    RecordableQueue<Integer> channel =
        new RecordableQueue<>() {
          private boolean closed;

          @Override
          public boolean offer(Integer element) {
            return !closed && queue.offer(element);
          }

          @Override
          public void close() {
            closed = true;
          }

          @Override
          public Integer take() {
            Integer element = queue.poll();
            return element == null ? end : element;
          }

          @Override
          public boolean isEnd(@Nullable Integer answer) {
            return end.equals(answer);
          }

          @Override
          public void cancel() {
            closed = true;
          }
        };
    HistoryRecorder<Integer> recorder = counted(HistoryRecorder.around(channel).bound(2));
    RecordedProducer<Integer> producer = recorder.producer();
    RecordedConsumer<Integer> consumer = recorder.consumer();
    producer.close();
    producer.offer(1);
    consumer.take();
    consumer.cancel();
    assertThat(written(recorder))
        .containsExactly(
            HEADER,
            "{\"call\":0,\"thread\":\"P\",\"op\":\"close\",\"return\":1}",
            "{\"call\":2,\"thread\":\"P\",\"op\":\"offer\",\"value\":1,\"result\":false,\"return\":3}",
            "{\"call\":4,\"thread\":\"C\",\"op\":\"take\",\"end\":true,\"return\":5}",
            "{\"call\":6,\"thread\":\"C\",\"op\":\"cancel\",\"return\":7}");
    recorder.assertConforms();
  }

  @Test
  void lookingAndDrainingAreWritten() throws Exception {
    HistoryRecorder<Object> recorder =
        counted(HistoryRecorder.<Object>around(new ArrayBlockingQueue<>(4)).bound(2));
    RecordedProducer<Object> producer = recorder.producer();
    RecordedConsumer<Object> consumer = recorder.consumer();
    consumer.drain(element -> {}, 2);
    consumer.peek();
    producer.offer(7);
    producer.offer(0.1f);
    assertThat(producer.size()).isEqualTo(2);
    consumer.peek();
    List<Object> drained = new ArrayList<>();
    assertThat(consumer.drain(drained::add, 5)).isEqualTo(2);
    assertThat(drained).containsExactly(7, 0.1f);
    assertThat(written(recorder))
        .containsExactly(
            HEADER,
            "{\"call\":1,\"thread\":\"C\",\"op\":\"peek\",\"empty\":true,\"return\":2}",
            "{\"call\":3,\"thread\":\"P\",\"op\":\"offer\",\"value\":7,\"result\":true,\"return\":4}",
            "{\"call\":5,\"thread\":\"P\",\"op\":\"offer\",\"value\":0.10000000149011612,"
                + "\"result\":true,\"return\":6}",
            "{\"call\":7,\"thread\":\"P\",\"op\":\"count\",\"value\":2,\"return\":8}",
            "{\"call\":9,\"thread\":\"C\",\"op\":\"peek\",\"value\":7,\"return\":10}",
            "{\"call\":11,\"thread\":\"C\",\"op\":\"poll\",\"max\":5,"
                + "\"values\":[7,0.10000000149011612],\"return\":12}");
  }

  @Test
  void severalThreadsHaveNumbers() throws Exception {
    HistoryRecorder<Integer> recorder = HistoryRecorder.around(new ArrayDeque<>());
    recorder.producers(2).get(1).offer(1);
    recorder.consumers(3).get(2).poll();
    assertThat(written(recorder).toString()).contains("\"thread\":\"P2\"", "\"thread\":\"C3\"");
    assertThatThrownBy(recorder::producer).hasMessageStartingWith("P for the second time");
  }
}
