package org.sabring.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jctools.queues.MpmcArrayQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sabring.recorder.RecordingVerdict.Answer;

/** Queues between several producers and several consumers. */
class CrowdTest {
  private static final int CAPACITY = 8;
  private static final int THREADS = 2;
  private static final int ELEMENTS = Boolean.getBoolean("sabring.full") ? 200_000 : 5_000;

  /** Queues that such a crowd may use. */
  private enum Shared {
    JCTOOLS_MPMC,
    ARRAY_BLOCKING,
    LINKED_BLOCKING;

    RecordableQueue<Integer> make() {
      return switch (this) {
        case JCTOOLS_MPMC -> RecordableQueue.of(new MpmcArrayQueue<>(CAPACITY));
        case ARRAY_BLOCKING -> RecordableQueue.of(new ArrayBlockingQueue<>(CAPACITY));
        case LINKED_BLOCKING -> RecordableQueue.of(new LinkedBlockingQueue<>(CAPACITY));
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsAccused(Shared shared) throws InterruptedException {
    HistoryRecorder<Integer> recorder = HistoryRecorder.around(shared.make()).bound(CAPACITY);
    run(recorder);
    recorder.assertConforms();
  }

  @Test
  void control_anElementThatIsTakenTwiceIsFound() throws InterruptedException {
    AtomicInteger polls = new AtomicInteger();
    RecordableQueue<Integer> queue = Shared.JCTOOLS_MPMC.make();
    AtomicInteger again = new AtomicInteger(-1);
    HistoryRecorder<Integer> recorder =
        HistoryRecorder.<Integer>around(
                queue::offer,
                () -> {
                  if (polls.incrementAndGet() == ELEMENTS / 2 && again.get() >= 0) {
                    return again.get();
                  }
                  @Nullable Integer polled = queue.poll();
                  if (polled != null) {
                    again.set(polled);
                  }
                  return polled;
                })
            .bound(CAPACITY);
    run(recorder);
    RecordingVerdict verdict = recorder.judge();
    assertThat(verdict.answer()).as(verdict.text()).isEqualTo(Answer.VIOLATES);
    assertThat(verdict.rule()).isEqualTo("RB103");
  }

  private static void run(HistoryRecorder<Integer> recorder) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    List<RecordedProducer<Integer>> producers = recorder.producers(THREADS);
    for (int i = 0; i < THREADS; i++) {
      RecordedProducer<Integer> producer = producers.get(i);
      int first = i * ELEMENTS;
      threads.add(new Thread(() -> give(producer, first)));
    }
    AtomicInteger left = new AtomicInteger(THREADS * ELEMENTS);
    for (RecordedConsumer<Integer> consumer : recorder.consumers(THREADS)) {
      threads.add(new Thread(() -> take(consumer, left)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void give(RecordedProducer<Integer> producer, int first) {
    for (int i = 0; i < ELEMENTS; i++) {
      while (!producer.offer(first + i)) {
        Traffic.await();
      }
    }
  }

  private static void take(RecordedConsumer<Integer> consumer, AtomicInteger left) {
    while (left.get() > 0) {
      if (consumer.poll() != null) {
        left.decrementAndGet();
      } else {
        Traffic.await();
      }
    }
  }
}
