package org.sabring.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import org.jctools.queues.SpscArrayQueue;
import org.junit.jupiter.api.Test;
import org.sabring.recorder.RecordingVerdict.Answer;

/** Verdicts while calls are made: of what both threads have done up to one moment. */
class WhileRunningTest {
  private static final int CAPACITY = 8;
  private static final int ELEMENTS = Boolean.getBoolean("sabring.full") ? 1_000_000 : 20_000;

  @Test
  void nobodyIsAccusedBeforeTheEnd() throws InterruptedException {
    HistoryRecorder<Integer> recorder = recorder(CAPACITY);
    Thread running = new Thread(() -> Traffic.run(recorder, ELEMENTS, false));
    running.start();
    int judged = 0;
    while (running.isAlive()) {
      RecordingVerdict verdict = recorder.judge();
      assertThat(verdict.answer()).as(verdict.text()).isNotEqualTo(Answer.VIOLATES);
      judged += verdict.answer() == Answer.CONFORMS ? 1 : 0;
    }
    running.join();
    assertThat(judged).isPositive();
    recorder.assertConforms();
  }

  @Test
  void control_aMistakeIsFoundBeforeTheEnd() throws InterruptedException {
    HistoryRecorder<Integer> recorder = recorder(CAPACITY - 1);
    Thread running = new Thread(() -> Traffic.run(recorder, ELEMENTS, false));
    running.start();
    RecordingVerdict verdict = recorder.judge();
    while (running.isAlive() && verdict.answer() != Answer.VIOLATES) {
      verdict = recorder.judge();
    }
    running.join();
    assertThat(recorder.judge().rule()).isEqualTo("RB104");
  }

  private static HistoryRecorder<Integer> recorder(int bound) {
    return HistoryRecorder.around(new SpscArrayQueue<Integer>(CAPACITY)).bound(bound);
  }
}
