package org.sabring.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;
import org.sabring.recorder.RecordingVerdict.Answer;

/** What a recorder takes, what it refuses, and what it says. */
class HistoryRecorderTest {

  @Test
  void aHandleIsForOneThread() {
    List<RecordedProducer<Integer>> handles = new ArrayList<>();
    HistoryRecorder<Integer> recorder =
        HistoryRecorder.<Integer>around(element -> handles.get(0).offer(element), () -> null);
    handles.add(recorder.producer());
    assertThatThrownBy(() -> handles.get(0).offer(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a call on P within a call");
  }

  @Test
  void aQueueThatIsNotEmptyIsRefused() {
    assertThatThrownBy(() -> HistoryRecorder.around(new ArrayDeque<>(List.of(1, 2))))
        .hasMessage("size=2, expected an empty queue");
  }

  @Test
  void aQueueThatHoldsNothingIsRefused() {
    assertThatThrownBy(() -> HistoryRecorder.around(new SynchronousQueue<Integer>()))
        .hasMessage("bound=0, expected at least 1");
  }

  @Test
  void settingsComeBeforeHandles() {
    HistoryRecorder<Integer> recorder = HistoryRecorder.around(new LinkedBlockingQueue<>());
    recorder.producer();
    assertThatThrownBy(recorder::complete).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void withoutABoundARefusalCannotBeJudged() {
    HistoryRecorder<Integer> recorder =
        HistoryRecorder.<Integer>around(element -> false, () -> null);
    recorder.producer().offer(1);
    assertThatThrownBy(recorder::judge)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("see bound");
  }

  @Test
  void withoutABoundWhatIsNeverRefusedCan() {
    HistoryRecorder<Integer> recorder = HistoryRecorder.around(new ArrayDeque<>());
    recorder.producer().offer(1);
    assertThat(recorder.judge().text()).startsWith("CONFORMS to a FIFO, 1 call");
  }

  @Test
  void whereNothingWasCalledNothingIsSaid() {
    HistoryRecorder<Integer> recorder = HistoryRecorder.around(new LinkedBlockingQueue<>());
    assertThat(recorder.judge().answer()).isEqualTo(Answer.UNKNOWN);
    assertThatThrownBy(recorder::assertConforms).isInstanceOf(AssertionError.class);
  }

  @Test
  void control_whoNeverComesBackThoughThereIsAnElementIsFound() throws Exception {
    List<Runnable> inTake = new ArrayList<>();
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    RecordableQueue<Integer> ring =
        new RecordableQueue<>() {
          @Override
          public boolean offer(Integer element) {
            return queue.offer(element);
          }

          @Override
          public Integer take() {
            inTake.forEach(Runnable::run);
            return queue.remove();
          }
        };
    HistoryRecorder<Integer> recorder = HistoryRecorder.around(ring).bound(2).complete();
    RecordedProducer<Integer> producer = recorder.producer();
    RecordedConsumer<Integer> consumer = recorder.consumer();
    List<RecordingVerdict> verdicts = new ArrayList<>();
    producer.offer(1);
    inTake.add(() -> verdicts.add(recorder.judge()));
    consumer.take();
    assertThat(verdicts.get(0).rule()).isEqualTo("RB301");
  }
}
